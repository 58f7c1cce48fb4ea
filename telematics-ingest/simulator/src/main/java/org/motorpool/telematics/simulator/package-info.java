/** Virtual terminals over real sockets and virtual people over the real HTTP APIs. */
@NullMarked
package org.motorpool.telematics.simulator;

import org.jspecify.annotations.NullMarked;
