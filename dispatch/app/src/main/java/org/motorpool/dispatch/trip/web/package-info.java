/** Trips and their progress over REST. */
@NullMarked
package org.motorpool.dispatch.trip.web;

import org.jspecify.annotations.NullMarked;
