package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which findings to list, newest first.
 *
 * @param unitPath findings of this subtree
 * @param overdueOn only those nobody explained by this day
 * @param before only older ones than this id
 */
public record FindingFilter(
        List<FindingStatus> statuses,
        @Nullable String detector,
        String unitPath,
        @Nullable UUID vehicleId,
        @Nullable LocalDate overdueOn,
        UUID before,
        int limit) {
    public FindingFilter {
        statuses = List.copyOf(statuses);
    }
}
