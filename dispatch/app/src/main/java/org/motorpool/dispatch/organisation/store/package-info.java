/** Rows of units and regions. */
@NullMarked
package org.motorpool.dispatch.organisation.store;

import org.jspecify.annotations.NullMarked;
