package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which orders to list, newest first.
 *
 * @param statuses any of these
 * @param from earliest start
 * @param to starts before this
 * @param inConflict only those that cannot be kept as they are
 * @param before only orders older than this id: the cursor
 * @param limit most rows
 */
public record OrderFilter(
        List<OrderStatus> statuses, Instant from, Instant to, boolean inConflict, UUID before, int limit) {
    public OrderFilter {
        statuses = List.copyOf(statuses);
    }
}
