/** Rows of orders, plans and the rules of assignment. */
@NullMarked
package org.motorpool.dispatch.assignment.store;

import org.jspecify.annotations.NullMarked;
