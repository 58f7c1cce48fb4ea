/** Bookings from the request to the order, with a million past ones in the tables: how many, how fast, and none twice or lost. */
@NullMarked
package org.motorpool.dispatch.bench.booking;

import org.jspecify.annotations.NullMarked;
