package org.motorpool.dispatch.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of a vehicle and a day.
 *
 * @param homes where it is parked
 * @param lastReportAt null when its terminal never reported
 * @param trips that touch the day
 * @param expenses of the day and the day before and after
 * @param readings of the odometer from the last before the day on, the oldest first
 */
public record DayFacts(
        UUID id,
        UUID unitId,
        String unitPath,
        boolean confidential,
        List<Spot> homes,
        @Nullable Instant lastReportAt,
        List<Trip> trips,
        List<Cost> expenses,
        List<Move> moves,
        List<Reading> readings,
        AttributionRule rule) {

    public DayFacts {
        homes = List.copyOf(homes);
        trips = List.copyOf(trips);
        expenses = List.copyOf(expenses);
        moves = List.copyOf(moves);
        readings = List.copyOf(readings);
    }

    /** A place, WGS-84. */
    public record Spot(double latitude, double longitude) {}

    /** A trip; one that has not come back goes on. */
    public record Trip(
            UUID orderId, Instant departedAt, @Nullable Instant returnedAt) {}

    /** An expense for fuel, charging, maintenance or inspection. */
    public record Cost(
            UUID id,
            String kind,
            Instant incurredAt,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** A marked move. */
    public record Move(UUID id, String purpose, Instant from, Instant to) {}

    /** A reading of the odometer. */
    public record Reading(Instant readAt, long odometer_km, String source) {}

    /** See table {@code attribution_rule}. */
    public record AttributionRule(
            int silence_minutes,
            int odometer_slack_m,
            double odometer_slack,
            int station_radius_m,
            int refuelling_minutes,
            int maintenance_minutes,
            int home_radius_m,
            int home_minutes) {}
}
