/** The benchmark {@code gateway}: a fleet of terminals against a running gateway, and the proof that nothing acknowledged is lost. */
@NullMarked
package org.motorpool.telematics.bench.gateway;

import org.jspecify.annotations.NullMarked;
