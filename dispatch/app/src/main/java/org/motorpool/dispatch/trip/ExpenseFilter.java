package org.motorpool.dispatch.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which expenses to list, latest recorded first.
 *
 * @param vehicleId null for all in scope
 * @param unitId null for all in scope
 * @param kind null for all
 * @param from incurred at or after
 * @param to incurred before
 * @param before only those older than this id: the cursor
 */
public record ExpenseFilter(
        @Nullable UUID vehicleId,
        @Nullable UUID unitId,
        @Nullable String kind,
        Instant from,
        Instant to,
        UUID before,
        int limit) {}
