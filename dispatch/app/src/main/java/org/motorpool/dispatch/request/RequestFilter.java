package org.motorpool.dispatch.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which requests to list, newest first.
 *
 * @param statuses any of these
 * @param from earliest departure
 * @param to departures before this
 * @param before only requests older than this id: the cursor
 * @param limit most rows
 */
public record RequestFilter(List<RequestStatus> statuses, Instant from, Instant to, UUID before, int limit) {
    public RequestFilter {
        statuses = List.copyOf(statuses);
    }
}
