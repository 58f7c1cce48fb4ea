/** Offers, agreements and tariffs in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.sharing.store;

import org.jspecify.annotations.NullMarked;
