/** Attributions in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.reconciliation.store;

import org.jspecify.annotations.NullMarked;
