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
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.RentalLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.federation.GuestOrder.Driven;
import org.motorpool.dispatch.federation.GuestOrder.Hired;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.dispatch.trip.ExpenseService;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripService;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** The host's orders for guests, with what proves them. */
@Singleton
class GuestOrders {

    /** As many positions as telematics gives at once, and so many times. */
    private static final int PAGE = 10_000;

    private static final int MOST_PAGES = 10;

    private final RequestLife requests;
    private final OrderLife orders;
    private final RentalLife rentals;
    private final TripService trips;
    private final ExpenseService expenses;
    private final VehicleService vehicles;
    private final TrackService tracks;

    GuestOrders(
            RequestLife requests,
            OrderLife orders,
            RentalLife rentals,
            TripService trips,
            ExpenseService expenses,
            VehicleService vehicles,
            TrackService tracks) {
        this.requests = requests;
        this.orders = orders;
        this.rentals = rentals;
        this.trips = trips;
        this.expenses = expenses;
        this.vehicles = vehicles;
        this.tracks = tracks;
    }

    /** A guest's order with its vouchers. */
    record Found(GuestOrder order, List<Voucher> vouchers) {}

    /** What serves the guest; empty while nothing does. */
    Uni<Optional<GuestOrder>> find(Mutiny.Session session, ServiceCase side) {
        return requests.get(session, guestOf(side))
                .chain(request -> request.view().order() == null
                        ? Uni.createFrom().item(Optional.empty())
                        : order(session, request).map(Optional::of));
    }

    /** Whether the host's people cancelled the request of the guest. */
    Uni<Boolean> isGone(Mutiny.Session session, ServiceCase side) {
        return requests.get(session, guestOf(side)).map(request -> request.status() == RequestStatus.CANCELLED);
    }

    private static UUID guestOf(ServiceCase side) {
        UUID requestId = side.requestId();
        if (requestId == null) {
            throw new IllegalStateException("case %s has no guest".formatted(side.number()));
        }
        return requestId;
    }

    private Uni<GuestOrder> order(Mutiny.Session session, UseRequest request) {
        UUID id = request.view().order().id();
        return RentalLife.serves(request)
                ? rentals.get(session, id)
                        .map(hire -> new Hired(hire.order(), request.view().category(), hire.bodyType()))
                : orders.get(session, id)
                        .chain(order -> vehicles.get(session, order.view().vehicleId())
                                .chain(vehicle -> trips.findOfOrder(session, order.id())
                                        .map(trip -> driven(order, vehicle, trip))));
    }

    private static Driven driven(VehicleOrder order, VehicleFile vehicle, Optional<TripFile> trip) {
        return new Driven(
                order.view(),
                vehicle.brand() + " " + vehicle.model(),
                vehicle.energyType(),
                vehicle.category(),
                vehicle.bodyType(),
                trip.map(TripFile::view).orElse(null));
    }

    Uni<Optional<Found>> findWithVouchers(Mutiny.Session session, ServiceCase side) {
        return find(session, side).chain(found -> found.map(
                        order -> vouchers(session, order).map(vouchers -> Optional.of(new Found(order, vouchers))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<Voucher>> vouchers(Mutiny.Session session, GuestOrder order) {
        return switch (order) {
            case Driven driven ->
                expenses.listOfOrder(session, driven.order().id())
                        .map(paid -> paid.stream().map(GuestOrders::voucher).toList());
            case Hired _ -> Uni.createFrom().item(List.of());
        };
    }

    private static Voucher voucher(Expense expense) {
        return new Voucher(expense.id(), expense.kind(), expense.amount_fen());
    }

    /** What proves an order that is over; empty before. */
    Uni<Optional<Evidenced>> prove(Found found) {
        if (!found.order().isProvable()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Uni<Evidenced> evidence =
                switch (found.order()) {
                    case Driven driven -> prove(driven, found.vouchers());
                    case Hired hired -> Uni.createFrom().item(GuestEvidence.of(hired));
                };
        return evidence.map(Optional::of);
    }

    private Uni<Evidenced> prove(Driven driven, List<Voucher> vouchers) {
        Trip trip = driven.trip();
        return trip == null
                ? Uni.createFrom().item(GuestEvidence.ofWaiting(driven, vouchers))
                : track(driven.vehicleId(), trip.departedAt(), trip.returnedAt())
                        .map(track -> GuestEvidence.of(driven, trip, track, vouchers));
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
}
