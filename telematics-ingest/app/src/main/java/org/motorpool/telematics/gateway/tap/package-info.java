/** Listening to what a terminal and the gateway say to each other, for a limited time. */
@NullMarked
package org.motorpool.telematics.gateway.tap;

import org.jspecify.annotations.NullMarked;
