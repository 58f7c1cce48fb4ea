package org.motorpool.dispatch.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which leaves to list, newest first.
 *
 * @param driverUsername only of the driver with this account; empty for all
 * @param from ending after this
 * @param to beginning before this
 * @param before only leaves older than this id: the cursor
 * @param limit most rows
 */
public record LeaveFilter(
        List<LeaveStatus> statuses, String driverUsername, Instant from, Instant to, UUID before, int limit) {
    public LeaveFilter {
        statuses = List.copyOf(statuses);
    }
}
