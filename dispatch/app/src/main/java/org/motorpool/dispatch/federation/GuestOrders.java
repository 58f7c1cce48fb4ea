package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.dispatch.trip.ExpenseService;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripService;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** The host's orders for guests, with what proves them. */
@Singleton
class GuestOrders {

    /** Positions of a track that are digested; a day at one a second has fewer. */
    /** As many positions as telematics gives at once, and so many times. */
    private static final int PAGE = 10_000;

    private static final int MOST_PAGES = 10;

    private final RequestLife requests;
    private final OrderLife orders;
    private final TripService trips;
    private final ExpenseService expenses;
    private final VehicleService vehicles;
    private final TrackService tracks;

    GuestOrders(
            RequestLife requests,
            OrderLife orders,
            TripService trips,
            ExpenseService expenses,
            VehicleService vehicles,
            TrackService tracks) {
        this.requests = requests;
        this.orders = orders;
        this.trips = trips;
        this.expenses = expenses;
        this.vehicles = vehicles;
        this.tracks = tracks;
    }

    /** A guest's order with its vouchers. */
    record Found(GuestOrder order, List<Voucher> vouchers) {}

    Uni<GuestOrder> find(Mutiny.Session session, ServiceCase side) {
        UUID requestId = side.requestId();
        if (requestId == null) {
            throw new IllegalStateException("case %s has no guest".formatted(side.number()));
        }
        return requests.get(session, requestId)
                .chain(request -> orders.get(session, request.view().order().id()))
                .chain(order -> vehicles.get(session, order.view().vehicleId())
                        .chain(vehicle ->
                                trips.findOfOrder(session, order.id()).map(trip -> guest(order, vehicle, trip))));
    }

    private static GuestOrder guest(VehicleOrder order, VehicleFile vehicle, Optional<TripFile> trip) {
        return new GuestOrder(
                order.view(),
                vehicle.brand() + " " + vehicle.model(),
                vehicle.energyType(),
                vehicle.category(),
                vehicle.bodyType(),
                trip.map(TripFile::view).orElse(null));
    }

    Uni<Found> findWithVouchers(Mutiny.Session session, ServiceCase side) {
        return find(session, side)
                .chain(order -> expenses.listOfOrder(session, order.order().id())
                        .map(paid -> new Found(
                                order, paid.stream().map(GuestOrders::voucher).toList())));
    }

    private static Voucher voucher(Expense expense) {
        return new Voucher(expense.id(), expense.kind(), expense.amount_fen());
    }

    /** What proves a closed order: odometer, distance, digest of the track, vouchers; empty before. */
    Uni<Optional<Evidenced>> prove(Found found) {
        Trip trip = found.order().trip();
        if (found.order().status() != OrderStatus.CLOSED || trip == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return track(found.order().vehicleId(), trip.departedAt(), trip.returnedAt())
                .map(track -> Optional.of(evidence(found, trip, track)));
    }

    private Uni<List<TrackPoint>> track(UUID vehicleId, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Uni.createFrom().item(List.of());
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(from), next -> tracks.judge(
                                vehicleId, Objects.requireNonNull(next.get()), to, PAGE)
                        .invoke(page -> next.set(page.next() == null ? to : Instant.parse(page.next()))))
                .whilst(page -> page.next() != null)
                .select()
                .first(MOST_PAGES)
                .onItem()
                .transformToIterable(page -> page.items())
                .collect()
                .asList();
    }

    private static Evidenced evidence(Found found, Trip trip, List<TrackPoint> track) {
        long byOdometer_m = (trip.odometerEnd_km() - trip.odometerStart_km()) * 1000;
        boolean seen = !track.isEmpty();
        return new Evidenced(
                found.order().category(),
                found.order().bodyType(),
                trip.departedAt(),
                trip.returnedAt(),
                trip.odometerStart_km(),
                trip.odometerEnd_km(),
                trip.measured_m() == null ? byOdometer_m : trip.measured_m(),
                seen ? digest(track) : null,
                track.size(),
                found.vouchers());
    }

    /** SHA-256 over time, latitude and longitude of each position, so that the track can be checked when it is disputed. */
    private static String digest(List<TrackPoint> track) {
        return LedgerDigest.sha256(track.stream()
                .map(point -> "%s %s %s".formatted(point.reportedAt(), point.latitude(), point.longitude()))
                .collect(Collectors.joining("\n")));
    }
}
