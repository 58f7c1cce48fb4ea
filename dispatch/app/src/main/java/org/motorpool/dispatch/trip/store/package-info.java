/** Rows of trips and of what drivers reported. */
@NullMarked
package org.motorpool.dispatch.trip.store;

import org.jspecify.annotations.NullMarked;
