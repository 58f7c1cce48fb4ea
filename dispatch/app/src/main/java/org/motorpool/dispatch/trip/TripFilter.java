package org.motorpool.dispatch.trip;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which trips to list, newest first.
 *
 * @param from earliest departure
 * @param to departures before this
 * @param before only trips older than this id: the cursor
 * @param limit most rows
 */
public record TripFilter(List<TripStatus> statuses, Instant from, Instant to, UUID before, int limit) {
    public TripFilter {
        statuses = List.copyOf(statuses);
    }
}
