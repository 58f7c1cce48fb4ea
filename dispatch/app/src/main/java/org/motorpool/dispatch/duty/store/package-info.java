/** Shifts and leave in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.duty.store;

import org.jspecify.annotations.NullMarked;
