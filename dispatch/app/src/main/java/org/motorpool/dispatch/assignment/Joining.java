package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.assignment.store.SharedOrders;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.PoolingRules;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/**
 * Gives a request a place in a vehicle that another order has 合乘, in the caller's transaction. It gets an order of its own, which rides with
 * the one that leads; that one holds vehicle and driver for both.
 */
@Singleton
class Joining {

    private final RequestLife requests;
    private final Orders orders;
    private final SharedOrders shared;
    private final Assigning assigning;
    private final Riders riders;
    private final PoolingRules rules;
    private final BusinessNumbers numbers;
    private final Clock clock;

    Joining(
            RequestLife requests,
            Orders orders,
            SharedOrders shared,
            Assigning assigning,
            Riders riders,
            PoolingRules rules,
            BusinessNumbers numbers,
            Clock clock) {
        this.requests = requests;
        this.orders = orders;
        this.shared = shared;
        this.assigning = assigning;
        this.riders = riders;
        this.rules = rules;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * What joins what.
     *
     * @param route of the vehicle so far
     */
    private record Place(VehicleOrder lead, UseRequest leader, SharedRoute route, Crew crew) {}

    /**
     * Join. Problems as of assigning, {@code order-state}, {@code order-rides-with}, and the rules of {@link JoinRules}.
     *
     * @param planned when the planner has them on board; null for as long as was asked for, and then the way is estimated
     */
    Uni<OrderChange> join(Mutiny.Session session, Scope scope, NewOrder wanted, UUID id, @Nullable Period planned) {
        return requests.lockForAssignment(session, wanted.requestId())
                .invoke(request -> Assigning.requireNotOver(request.view(), clock.instant()))
                .chain(request -> lockLead(session, wanted.ridesWithId())
                        .chain(lead -> join(session, scope, request, lead, id, planned)));
    }

    /** Join what serves the request of the order it rode with now; by itself where nothing does. */
    Uni<OrderChange> rejoin(Mutiny.Session session, Scope scope, NewOrder wanted, UUID rodeWith, Period period) {
        return orders.find(session, rodeWith)
                .chain(before ->
                        requests.get(session, before.orElseThrow().view().requestId()))
                .map(request -> Optional.ofNullable(request.view().order()).map(OrderApi.OrderSummary::id))
                .chain(serving -> serving.isEmpty()
                        ? assigning.assign(session, scope, wanted, Ids.next(), period)
                        : join(
                                session,
                                scope,
                                new NewOrder(wanted.requestId(), wanted.vehicleId(), wanted.driverId(), serving.get()),
                                Ids.next(),
                                period));
    }

    private Uni<VehicleOrder> lockLead(Mutiny.Session session, UUID leadId) {
        return orders.lock(session, leadId).map(found -> found.orElseThrow(() -> OrderService.unknown(leadId))
                .requireLeading()
                .requireWaiting());
    }

    private Uni<OrderChange> join(
            Mutiny.Session session,
            Scope scope,
            UseRequest request,
            VehicleOrder lead,
            UUID id,
            @Nullable Period planned) {
        return place(session, request, lead)
                .call(place -> check(session, place, planned))
                .chain(place -> numbers.next(session, "PC", request.view().regionCode())
                        .map(number -> rider(place, id, number, planned))
                        .chain(rider -> add(session, scope, place, rider)));
    }

    private Uni<Place> place(Mutiny.Session session, UseRequest request, VehicleOrder lead) {
        OrderApi.Order view = lead.view();
        return assigning
                .hold(session, view.vehicleId(), view.driverId())
                .chain(() -> requests.get(session, view.requestId()))
                .chain(leader -> riders.lock(session, lead).chain(others -> assigning
                        .fit(session, request, view.vehicleId(), view.driverId())
                        .chain(crew -> assigning.lend(session, crew, lead.id()))
                        .map(crew -> new Place(lead, leader, SharedRoute.of(lead, others), crew))));
    }

    private Uni<Void> check(Mutiny.Session session, Place place, @Nullable Period planned) {
        UseRequest request = place.crew().request();
        refuse(JoinRules.check(place.lead(), place.leader(), request, period(request, planned)));
        SharedRoute route = with(place, planned);
        refuse(route.seats(place.crew().vehicle()));
        return (planned == null
                        ? limits(session, place, route)
                        : Uni.createFrom().voidItem())
                .chain(() -> assigning.requireOnDuty(
                        session, place.crew(), route.drive(), place.lead().id()))
                .replaceWithVoid();
    }

    private Uni<Void> limits(Mutiny.Session session, Place place, SharedRoute route) {
        List<UUID> ids =
                route.rides().stream().map(ride -> ride.view().requestId()).toList();
        UseRequest joins = place.crew().request();
        return rules.book(session, Days.of(joins.view().departAt()))
                .chain(book ->
                        requests.listByIds(session, ids).invoke(known -> refuse(JoinRules.onBoard(route, known, book))))
                .replaceWithVoid();
    }

    private static SharedRoute with(Place place, @Nullable Period planned) {
        VehicleOrder draft = rider(place, place.crew().request().id(), "", planned);
        return place.route().with(SharedRoute.Ride.of(draft));
    }

    private static Period period(UseRequest request, @Nullable Period planned) {
        return planned == null
                ? new Period(request.view().departAt(), request.view().returnAt())
                : planned;
    }

    private static VehicleOrder rider(Place place, UUID id, String number, @Nullable Period planned) {
        return place.crew().riding(id, number, place.lead(), period(place.crew().request(), planned));
    }

    private Uni<OrderChange> add(Mutiny.Session session, Scope scope, Place place, VehicleOrder rider) {
        Crew unpriced = place.crew().on(null);
        return shared.takeAlong(
                        session, place.lead(), rider.view().from(), rider.view().to())
                .call(lead -> riders.tell(session, scope, "order-shared", place.lead(), lead))
                .chain(lead -> assigning
                        .add(session, scope, unpriced, rider)
                        .chain(() -> requests.assign(session, rider.view().requestId(), Assigning.assigned(rider)))
                        .map(request -> new OrderChange(rider, request, List.of(lead), List.of())));
    }

    private static void refuse(Optional<Violation> found) {
        found.ifPresent(violation -> {
            throw Problem.refused(violation.rule(), List.of(violation)).asException();
        });
    }
}
