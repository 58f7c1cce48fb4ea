package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.store.Conflicts;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.assignment.store.SharedOrders;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.DutyService;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.RequestLife;

/**
 * Another vehicle takes over from one that broke down on the road 换车: an order of its own for the same request, linked to the
 * first. For trip, which ends the first leg, in its transaction.
 */
@Singleton
public class Continuation {

    private static final Duration LEAST_REMAINDER = Duration.ofMinutes(30);

    /**
     * Who takes over, where and when.
     *
     * @param orderId of the order that goes on
     */
    public record TakeOver(UUID orderId, UUID vehicleId, UUID driverId, Place place, Instant at, String reason) {}

    private final Assigning assigning;
    private final Orders orders;
    private final Conflicts conflicts;
    private final OrderActs acts;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final BusinessNumbers numbers;
    private final Riders riders;
    private final SharedOrders shared;

    Continuation(
            Assigning assigning,
            Orders orders,
            Conflicts conflicts,
            OrderActs acts,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            BusinessNumbers numbers,
            Riders riders,
            SharedOrders shared) {
        this.riders = riders;
        this.shared = shared;
        this.assigning = assigning;
        this.orders = orders;
        this.conflicts = conflicts;
        this.acts = acts;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.numbers = numbers;
    }

    /** The vehicle and the driver that take over are in the scope of the session. */
    public Uni<Void> requireVisible(Mutiny.Session session, UUID vehicleId, UUID driverId) {
        return vehicles.get(session, vehicleId)
                .chain(() -> drivers.get(session, driverId))
                .replaceWithVoid();
    }

    /** Go on; the caller holds the lock of the order that stopped. Problems as of assigning. */
    public Uni<OrderChange> goOn(Mutiny.Session session, Scope scope, VehicleOrder stopped, TakeOver wanted) {
        return orders.lockBoth(session, stopped, wanted.vehicleId(), wanted.driverId())
                .chain(() -> vehicles.markState(
                        session,
                        stopped.view().vehicleId(),
                        VehicleState.OUT_OF_SERVICE,
                        new ChangeCause(scope.username(), "故障 breakdown: " + wanted.reason())))
                .chain(() -> orders.handOver(session, stopped.id(), wanted.at(), wanted.orderId()))
                .call(ended -> acts.tell(session, scope, "order-handed-over", stopped, ended, wanted.reason()))
                .chain(ended -> riders.lock(session, ended).chain(others -> next(session, scope, ended, others, wanted)
                        .chain(change -> Riders.each(
                                        others, rider -> goOnRiding(session, scope, rider, change.order(), wanted))
                                .map(along -> along.isEmpty() ? change : change.along(along)))));
    }

    /** 合乘: who rode goes on with the vehicle that takes over, under an order of its own, too. */
    private Uni<OrderChange> goOnRiding(
            Mutiny.Session session, Scope scope, VehicleOrder rider, VehicleOrder lead, TakeOver wanted) {
        UUID id = Ids.next();
        return orders.handOver(session, rider.id(), wanted.at(), id)
                .call(ended -> riders.tell(session, scope, "order-handed-over", rider, ended))
                .chain(ended -> requests.get(session, ended.view().requestId())
                        .chain(request -> assigning.fit(session, request, wanted.vehicleId(), wanted.driverId()))
                        .chain(crew -> assigning.lend(session, crew, ended.id()))
                        .chain(crew -> numbers.next(
                                        session, "PC", crew.request().view().regionCode())
                                .map(number -> crew.continuation(id, number, ended, lead))
                                .call(order -> shared.takeAlong(
                                        session,
                                        lead,
                                        order.view().from(),
                                        order.view().to()))
                                .call(order -> assigning.add(session, scope, crew.on(null), order)))
                        .chain(order -> requests.follow(session, order.view().requestId(), Assigning.assigned(order))
                                .map(request -> new OrderChange(
                                        order, request, List.of(ended), List.of(ended.vehicleUnitPath())))));
    }

    private Uni<OrderChange> next(
            Mutiny.Session session, Scope scope, VehicleOrder ended, List<VehicleOrder> others, TakeOver wanted) {
        return requests.get(session, ended.view().requestId())
                .chain(request -> assigning.fit(session, request, wanted.vehicleId(), wanted.driverId()))
                .chain(crew -> assigning.lend(session, crew, ended.id()))
                .chain(crew -> numbers.next(session, "PC", crew.request().view().regionCode())
                        .map(number -> crew.continuation(
                                wanted.orderId(),
                                number,
                                ended,
                                wanted.place(),
                                wanted.at(),
                                until(crew, others, wanted)))
                        .call(order -> assigning.requireOnDuty(session, crew, drive(order), DutyService.NONE))
                        .call(order -> assigning.add(session, scope, crew, order)))
                .chain(order -> follow(session, ended, order));
    }

    private static PlannedDrive drive(VehicleOrder order) {
        return PlannedDrive.of(
                order.view().from(),
                order.view().to(),
                List.of(order.view().pickup(), order.view().dropoff()));
    }

    /** To the end of the request; when that is near or past, for as long as the rest may take. */
    private static Instant until(Crew crew, List<VehicleOrder> others, TakeOver wanted) {
        Stream<Instant> ends = Stream.concat(
                Stream.of(
                        wanted.at().plus(LEAST_REMAINDER), crew.request().view().returnAt()),
                others.stream().map(rider -> rider.view().to()));
        return ends.max(Comparator.naturalOrder()).orElseThrow();
    }

    private Uni<OrderChange> follow(Mutiny.Session session, VehicleOrder ended, VehicleOrder order) {
        return conflicts.markOfVehicle(session, ended).chain(marked -> requests.follow(
                        session, order.view().requestId(), Assigning.assigned(order))
                .map(request -> new OrderChange(
                        order,
                        request,
                        Stream.concat(Stream.of(ended), marked.stream()).toList(),
                        List.of(ended.vehicleUnitPath()))));
    }
}
