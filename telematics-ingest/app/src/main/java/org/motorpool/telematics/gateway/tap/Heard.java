package org.motorpool.telematics.gateway.tap;

import java.time.Instant;

/**
 * A frame, or bytes that are none, as they were on the wire.
 *
 * @param number running number within the tap, from 1
 */
public record Heard(long number, Instant at, Direction direction, String hex) {}
