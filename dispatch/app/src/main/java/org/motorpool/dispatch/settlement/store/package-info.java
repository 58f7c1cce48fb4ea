/** Charges and statements in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.settlement.store;

import org.jspecify.annotations.NullMarked;
