package org.motorpool.dispatch.settlement;

import java.time.Instant;
import java.util.UUID;

/**
 * Which charges to list, newest first.
 *
 * @param from used from then on
 * @param to used before
 * @param before only charges older than this id
 */
public record ChargeFilter(Instant from, Instant to, UUID before, int limit) {}
