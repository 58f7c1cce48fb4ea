package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which re-plan proposals are listed.
 *
 * @param from made from then on, {@code to} exclusive
 * @param before only older ones than this id
 */
public record ReplanFilter(List<ReplanState> states, Instant from, Instant to, UUID before, int limit) {

    public ReplanFilter {
        states = List.copyOf(states);
    }
}
