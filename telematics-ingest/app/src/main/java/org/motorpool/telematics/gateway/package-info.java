/** Talks JT/T 808 with terminals over TCP and acknowledges a position only when it is durable. */
@NullMarked
package org.motorpool.telematics.gateway;

import org.jspecify.annotations.NullMarked;
