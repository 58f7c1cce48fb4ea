/** Wiring of the telematics application. */
@NullMarked
package org.motorpool.telematics.boot;

import org.jspecify.annotations.NullMarked;
