package org.motorpool.dispatch.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Rented;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.contract.RentalApi.RentalOrder;
import org.motorpool.dispatch.federation.GuestOrder.Driven;
import org.motorpool.dispatch.federation.GuestOrder.Hired;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** What proves a use that is over: odometer, distance, waiting, digest of the track, vouchers; of a rental its invoice. */
final class GuestEvidence {

    private GuestEvidence() {}

    static Evidenced of(Driven driven, Trip trip, List<TrackPoint> track, List<Voucher> vouchers) {
        long byOdometer_m = (trip.odometerEnd_km() - trip.odometerStart_km()) * 1000;
        return new Evidenced(
                driven.category(),
                driven.bodyType(),
                trip.departedAt(),
                trip.returnedAt(),
                trip.odometerStart_km(),
                trip.odometerEnd_km(),
                trip.measured_m() == null ? byOdometer_m : trip.measured_m(),
                track.isEmpty() ? null : digest(track),
                track.size(),
                vouchers,
                driven.isNoShow() ? waited_minutes(driven) : trip.waiting_minutes(),
                null);
    }

    /** The vehicle stood ready and nobody came. */
    static Evidenced ofWaiting(Driven driven, List<Voucher> vouchers) {
        return new Evidenced(
                driven.category(),
                driven.bodyType(),
                driven.order().from(),
                driven.endedAt(),
                null,
                null,
                0,
                null,
                0,
                vouchers,
                waited_minutes(driven),
                null);
    }

    static Evidenced of(Hired hired) {
        RentalOrder rental = hired.rental();
        return new Evidenced(
                hired.category(),
                hired.bodyType(),
                rental.from(),
                rental.to(),
                null,
                null,
                rental.distance_km() * 1000L,
                null,
                0,
                List.of(),
                0,
                new Rented(rental.number(), rental.supplierName(), rental.invoiceNumber()));
    }

    /** From the time agreed on, or from the arrival when that was later, until the driver gave up. */
    private static int waited_minutes(Driven driven) {
        Instant agreed = driven.order().from();
        Instant arrived = driven.findTrip().map(GuestEvidence::arrival).orElse(agreed);
        Instant from = arrived.isAfter(agreed) ? arrived : agreed;
        return (int) Math.max(0, Duration.between(from, driven.endedAt()).toMinutes());
    }

    private static @Nullable Instant arrival(Trip trip) {
        return trip.arrivedAt();
    }

    /** SHA-256 over time, latitude and longitude of each position, so that the track can be checked when it is disputed. */
    private static String digest(List<TrackPoint> track) {
        return LedgerDigest.sha256(track.stream()
                .map(point -> "%s %s %s".formatted(point.reportedAt(), point.latitude(), point.longitude()))
                .collect(Collectors.joining("\n")));
    }
}
