package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.tracking.LatestPosition;

/**
 * Whether a vehicle on the road can be back for its next order, by where it was seen last; ways are great circles with a detour at usual
 * speeds. It says late only when nothing but the rest of the way makes it so.
 */
final class LatePrediction {

    /** An older position says nothing of now. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private LatePrediction() {}

    /** When the vehicle will be free, if that is too late for the next order by more than {@code late}. */
    static Optional<Instant> free(
            VehicleOrder order, VehicleOrder next, LatestPosition seen, Instant now, Duration late) {
        if (seen.reportedAt().isBefore(now.minus(FRESH))) {
            return Optional.empty();
        }
        Place here = new Place("", seen.latitude(), seen.longitude());
        boolean arrived = order.status() == OrderStatus.ARRIVED;
        Place end = arrived ? here : order.view().dropoff();
        Instant free = arrived ? now : now.plus(way(here, end));
        Instant there = free.plus(way(end, next.view().pickup()));
        return there.isAfter(next.view().from().plus(late))
                ? Optional.of(later(free, order.view().to()))
                : Optional.empty();
    }

    private static Duration way(Place from, Place to) {
        return PlannedDrive.of(Instant.EPOCH, Instant.EPOCH, List.of(from, to)).out();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
