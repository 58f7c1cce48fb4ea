package org.motorpool.dispatch.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which shifts to list, newest first.
 *
 * @param driverId only of this driver, or null
 * @param from earliest start
 * @param to starts before this
 * @param before only shifts older than this id: the cursor
 * @param limit most rows
 */
public record ShiftFilter(@Nullable UUID driverId, Instant from, Instant to, UUID before, int limit) {}
