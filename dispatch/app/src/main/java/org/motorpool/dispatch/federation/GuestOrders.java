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
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.RentalLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Leg;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.contract.RentalApi.RentalOrder;
import org.motorpool.dispatch.federation.GuestOrder.Driven;
import org.motorpool.dispatch.federation.GuestOrder.Hired;
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

    private static final String GONE = "承接方已取消该保障申请 the host's people cancelled the guest's request";
    private static final String LOST = "承接方取消派车单 %s：%s";
    private static final String NEVER = "至用车结束未派车 no vehicle was given until the end of the use";

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

    /** Why the host cannot serve the guest it promised to serve, when nothing serves it; empty while it may still. */
    Uni<Optional<String>> findLoss(Mutiny.Session session, ServiceCase side, Instant now) {
        return requests.get(session, guestOf(side)).chain(request -> {
            if (request.status() == RequestStatus.CANCELLED) {
                return Uni.createFrom().item(Optional.of(GONE));
            }
            Assigned told = side.facts().find(Assigned.class).orElse(null);
            if (told != null) {
                return reason(session, told.orderNumber()).map(Optional::of);
            }
            return Uni.createFrom().item(side.endsAt().isAfter(now) ? Optional.empty() : Optional.of(NEVER));
        });
    }

    private Uni<String> reason(Mutiny.Session session, String orderNumber) {
        return orders.findByNumber(session, orderNumber)
                .chain(own -> own.map(order -> Uni.createFrom()
                                .item(Optional.ofNullable(order.view().course().reason())))
                        .orElseGet(() -> rentals.findByNumber(session, orderNumber)
                                .map(found -> found.map(RentalOrder::reason))))
                .map(reason -> LOST.formatted(orderNumber, reason.orElse("")));
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
                : legs(session, id).map(Driven::new);
    }

    /** From the vehicle that set out to the one that serves now. */
    private Uni<List<GuestLeg>> legs(Mutiny.Session session, UUID id) {
        return orders.get(session, id).chain(order -> leg(session, order).chain(leg -> {
            UUID before = order.view().course().continuesOrderId();
            return before == null
                    ? Uni.createFrom().item(List.of(leg))
                    : legs(session, before).map(earlier -> Stream.concat(earlier.stream(), Stream.of(leg))
                            .toList());
        }));
    }

    private Uni<GuestLeg> leg(Mutiny.Session session, VehicleOrder order) {
        return vehicles.get(session, order.view().vehicleId()).chain(vehicle -> trips.findOfOrder(session, order.id())
                .map(trip -> new GuestLeg(
                        order.view(), vehicle, trip.map(TripFile::view).orElse(null))));
    }

    Uni<Optional<Found>> findWithVouchers(Mutiny.Session session, ServiceCase side) {
        return find(session, side).chain(found -> found.map(
                        order -> vouchers(session, order).map(vouchers -> Optional.of(new Found(order, vouchers))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<Voucher>> vouchers(Mutiny.Session session, GuestOrder order) {
        return switch (order) {
            case Driven driven ->
                each(
                                driven.legs(),
                                leg -> expenses.listOfOrder(session, leg.order().id()))
                        .map(paid -> paid.stream()
                                .flatMap(List::stream)
                                .map(GuestOrders::voucher)
                                .toList());
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
        List<GuestLeg> driving =
                driven.legs().stream().filter(leg -> leg.trip() != null).toList();
        return each(driving, this::prove).map(legs -> GuestEvidence.of(driven, legs, vouchers));
    }

    private Uni<Leg> prove(GuestLeg leg) {
        Trip trip = Objects.requireNonNull(leg.trip());
        return track(leg.order().vehicleId(), trip.departedAt(), trip.returnedAt())
                .map(track -> GuestEvidence.leg(leg, trip, track));
    }

    private static <T> Uni<List<T>> each(List<GuestLeg> legs, Function<GuestLeg, Uni<T>> what) {
        return Multi.createFrom()
                .iterable(legs)
                .onItem()
                .transformToUniAndConcatenate(what::apply)
                .collect()
                .asList();
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
