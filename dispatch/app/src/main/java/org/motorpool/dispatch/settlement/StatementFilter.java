package org.motorpool.dispatch.settlement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which statements to list, newest first.
 *
 * @param from drawn up from then on
 * @param to drawn up before
 * @param before only statements older than this id
 */
public record StatementFilter(List<StatementStatus> statuses, Instant from, Instant to, UUID before, int limit) {
    public StatementFilter {
        statuses = List.copyOf(statuses);
    }
}
