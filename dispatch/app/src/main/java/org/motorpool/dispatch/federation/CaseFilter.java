package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which cases to list, newest first.
 *
 * @param from opened from then on
 * @param to opened before
 * @param before only cases older than this id
 */
public record CaseFilter(List<CaseStatus> statuses, Instant from, Instant to, UUID before, int limit) {
    public CaseFilter {
        statuses = List.copyOf(statuses);
    }
}
