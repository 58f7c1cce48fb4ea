/** Rows of accounts. */
@NullMarked
package org.motorpool.dispatch.identity.store;

import org.jspecify.annotations.NullMarked;
