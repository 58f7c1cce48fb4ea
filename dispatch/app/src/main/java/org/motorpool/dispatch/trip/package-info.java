/** Trips 行程: departure, arrival, return, and the distance telematics measured. */
@NullMarked
package org.motorpool.dispatch.trip;

import org.jspecify.annotations.NullMarked;
