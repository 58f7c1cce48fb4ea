package org.motorpool.dispatch.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * What one vehicle does for a guest: all of the use, or as far as it came before another took over 换车.
 *
 * @param trip null before departure
 */
record GuestLeg(
        OrderApi.Order order, VehicleFile vehicle, @Nullable Trip trip) {

    Optional<Trip> findTrip() {
        return Optional.ofNullable(trip);
    }

    boolean isNoShow() {
        return OrderStatus.valueOf(order.status()) == OrderStatus.NO_SHOW;
    }

    boolean isMeasured() {
        return trip != null && trip.status().equals("CLOSED");
    }

    /** Whether all is there that proves it, but perhaps a track. */
    boolean isProvable() {
        return isMeasured() || isNoShow() && trip == null;
    }

    /** When it was over: back, or given up. */
    Instant endedAt() {
        return findTrip().map(Trip::returnedAt).orElse(order.to());
    }

    /** As the driver told; where nobody came, from the time agreed on, or from the arrival when that was later, until the driver gave up. */
    int waiting_minutes() {
        return isNoShow()
                ? (int) Math.max(0, Duration.between(stoodReadyAt(), endedAt()).toMinutes())
                : findTrip().map(Trip::waiting_minutes).orElse(0);
    }

    private Instant stoodReadyAt() {
        Instant arrived = trip == null ? null : trip.arrivedAt();
        return arrived != null && arrived.isAfter(order.from()) ? arrived : order.from();
    }
}
