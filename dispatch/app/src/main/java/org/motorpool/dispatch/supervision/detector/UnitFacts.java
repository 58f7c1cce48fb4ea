package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What detectors may know about one unit.
 *
 * @param additions of the year so far, of a province; null for other units
 * @param papers of emergencies 先派后补 that are late or were refused
 */
public record UnitFacts(
        UUID id,
        String path,
        String code,
        String name,
        String regionCode,
        List<Occupancy> occupancies,
        @Nullable Additions additions,
        List<Paper> papers) {

    public UnitFacts {
        occupancies = List.copyOf(occupancies);
        papers = List.copyOf(papers);
    }

    /**
     * Vehicles of a category against the quota.
     *
     * @param exceededSince when the first vehicle over the quota was registered, or the quota was lowered; null when it is not exceeded
     */
    public record Occupancy(
            String category,
            String categoryName,
            int quota,
            int inUse,
            @Nullable LocalDate exceededSince) {}

    /** Additions and renewals of the year, those of new energy, and those exempt from the share. */
    public record Additions(int year, int all, int newEnergy, int exempt) {}

    /**
     * The paper of an emergency that was dispatched first.
     *
     * @param state OVERDUE or REFUSED
     */
    public record Paper(UUID requestId, String number, String requesterName, Instant dueAt, String state) {}
}
