package org.motorpool.dispatch.federation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Leg;
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

    /** @param legs what was driven; none when the vehicle stood ready and nobody came */
    static Evidenced of(Driven driven, List<Leg> legs, List<Voucher> vouchers) {
        GuestLeg first = driven.first();
        Leg only = legs.size() == 1 ? legs.getFirst() : null;
        return new Evidenced(
                first.vehicle().category(),
                first.vehicle().bodyType(),
                first.findTrip().map(Trip::departedAt).orElse(first.order().from()),
                driven.last().endedAt(),
                only == null ? null : only.odometerStart_km(),
                only == null ? null : only.odometerEnd_km(),
                legs.stream().mapToLong(Leg::distance_m).sum(),
                only == null ? null : only.trackDigest(),
                legs.stream().mapToInt(Leg::trackPoints).sum(),
                vouchers,
                driven.legs().stream().mapToInt(GuestLeg::waiting_minutes).sum(),
                null,
                legs);
    }

    /** What one vehicle drove. */
    static Leg leg(GuestLeg leg, Trip trip, List<TrackPoint> track) {
        long byOdometer_m = (trip.odometerEnd_km() - trip.odometerStart_km()) * 1000;
        return new Leg(
                leg.order().number(),
                leg.order().plate(),
                trip.departedAt(),
                trip.returnedAt(),
                trip.odometerStart_km(),
                trip.odometerEnd_km(),
                trip.measured_m() == null ? byOdometer_m : trip.measured_m(),
                digest(track),
                track.size());
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
                new Rented(rental.number(), rental.supplierName(), rental.invoiceNumber()),
                List.of());
    }

    /** SHA-256 over time, latitude and longitude of each position, so that the track can be checked when it is disputed. */
    private static @Nullable String digest(List<TrackPoint> track) {
        return track.isEmpty()
                ? null
                : LedgerDigest.sha256(track.stream()
                        .map(point -> "%s %s %s".formatted(point.reportedAt(), point.latitude(), point.longitude()))
                        .collect(Collectors.joining("\n")));
    }
}
