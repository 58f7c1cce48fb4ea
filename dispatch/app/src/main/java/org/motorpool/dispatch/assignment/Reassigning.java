package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.OrderBases;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.contract.OrderActApi.Reassignment;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;

/**
 * Gives an order that has not departed another vehicle, another driver, or both 改派. One row changes, so the old promise ends
 * where the new one begins, and the constraints against double booking hold throughout.
 */
@Singleton
public class Reassigning {

    private final OrderActs acts;
    private final Assigning assigning;
    private final Orders orders;
    private final OrderLife life;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final VehicleStates states;
    private final OrderBases bases;
    private final Riders riders;

    Reassigning(
            OrderActs acts,
            Assigning assigning,
            Orders orders,
            OrderLife life,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            VehicleStates states,
            OrderBases bases,
            Riders riders) {
        this.riders = riders;
        this.acts = acts;
        this.assigning = assigning;
        this.orders = orders;
        this.life = life;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.states = states;
        this.bases = bases;
    }

    /** Reassign. Problems as of assigning; {@code order-unknown}, {@code order-state}, {@code version-stale}. */
    public Uni<VehicleOrder> reassign(
            Scope scope, UUID id, IfMatch ifMatch, @Nullable Reassignment form, @Nullable String key) {
        Reassignment wanted = OrderForms.reassignment(form);
        return acts.see(scope, session -> life.get(session, id).chain(order -> requireVisible(session, order, wanted)))
                .chain(_ -> acts.carryOut(
                        scope,
                        OrderActs.Act.on(id, "order-reassign", wanted, key),
                        session -> reassign(session, scope, id, ifMatch, wanted)));
    }

    /** What the order gets is in the caller's scope, whatever it has. */
    private Uni<VehicleOrder> requireVisible(Mutiny.Session session, VehicleOrder order, Reassignment wanted) {
        UUID vehicleId = wanted.vehicleId();
        UUID driverId = wanted.driverId();
        Uni<?> vehicle = vehicleId == null ? Uni.createFrom().voidItem() : vehicles.get(session, vehicleId);
        return vehicle.chain(() -> driverId == null ? Uni.createFrom().voidItem() : drivers.get(session, driverId))
                .replaceWith(order);
    }

    private Uni<OrderChange> reassign(
            Mutiny.Session session, Scope scope, UUID id, IfMatch ifMatch, Reassignment wanted) {
        return life.lock(session, id)
                .invoke(order -> ifMatch.require(order.view()))
                .map(VehicleOrder::requireWaiting)
                .chain(before -> before.isRiding()
                        ? takeOut(session, scope, before, wanted)
                        : riders.lock(session, before)
                                .chain(others -> reassign(session, scope, before, others, wanted)));
    }

    /** 合乘: who rides with it gets the same vehicle and driver, or nobody does. */
    private Uni<OrderChange> reassign(
            Mutiny.Session session, Scope scope, VehicleOrder before, List<VehicleOrder> others, Reassignment wanted) {
        PlannedDrive drive =
                others.isEmpty() ? null : SharedRoute.of(before, others).drive();
        return crew(session, before, wanted, drive)
                .chain(crew -> orders.reassign(session, crew.reassigned(before))
                        .call(after -> bases.replace(session, after.id(), crew.basis())))
                .chain(after -> finishTogether(session, scope, before, after, wanted.reason()));
    }

    /** What follows for an order that has another vehicle or driver, and for all who ride with it. */
    Uni<OrderChange> finishTogether(
            Mutiny.Session session, Scope scope, VehicleOrder before, VehicleOrder after, String reason) {
        return finish(session, scope, before, after, reason).chain(change -> riders.lock(session, after)
                .chain(others -> Riders.each(
                        others,
                        rider -> along(session, scope, rider, new Lead(after, SharedRoute.of(after, others)), reason)))
                .map(along -> along.isEmpty() ? change : change.along(along)));
    }

    /** Who leads, and who is on board when. */
    private record Lead(VehicleOrder order, SharedRoute route) {}

    private Uni<OrderChange> along(Mutiny.Session session, Scope scope, VehicleOrder rider, Lead lead, String reason) {
        OrderApi.Order leading = lead.order().view();
        return requests.get(session, rider.view().requestId())
                .chain(request -> assigning.fit(session, request, leading.vehicleId(), leading.driverId()))
                .invoke(crew -> requireSeats(crew, lead.route()))
                .chain(crew -> assigning.lend(session, crew, lead.order().id()))
                .chain(crew -> orders.reassign(session, crew.reassigned(rider)))
                .chain(after -> finish(session, scope, rider, after, reason));
    }

    private static void requireSeats(Crew crew, SharedRoute route) {
        route.seats(crew.vehicle()).ifPresent(violation -> {
            throw Problem.refused(violation.rule(), List.of(violation)).asException();
        });
    }

    /** 合乘: into a vehicle of its own. */
    private Uni<OrderChange> takeOut(Mutiny.Session session, Scope scope, VehicleOrder rider, Reassignment wanted) {
        return crew(session, rider, wanted, null)
                .chain(crew -> orders.reassign(session, crew.alone(rider))
                        .call(after -> bases.replace(session, after.id(), crew.basis())))
                .chain(after -> finish(session, scope, rider, after, wanted.reason()))
                .chain(change -> riders.leave(session, scope, rider).map(change::along));
    }

    /** What follows from an order's having another vehicle or driver: the states of both vehicles, who is told, the request. */
    Uni<OrderChange> finish(
            Mutiny.Session session, Scope scope, VehicleOrder before, VehicleOrder after, String reason) {
        return settle(session, scope, before, after)
                .chain(() -> acts.tell(session, scope, "order-reassigned", before, after, reason))
                .chain(() -> follow(session, before, after));
    }

    /** @param drive what the order means at the wheel; null for what its request does */
    private Uni<Crew> crew(
            Mutiny.Session session, VehicleOrder order, Reassignment wanted, @Nullable PlannedDrive drive) {
        UUID vehicleId =
                Objects.requireNonNullElse(wanted.vehicleId(), order.view().vehicleId());
        UUID driverId =
                Objects.requireNonNullElse(wanted.driverId(), order.view().driverId());
        return orders.lockBoth(session, order, vehicleId, driverId)
                .chain(() -> requests.get(session, order.view().requestId()))
                .chain(request -> assigning.fit(session, request, vehicleId, driverId))
                .chain(crew -> assigning.lend(session, crew, order.id()))
                .call(crew -> assigning.requireOnDuty(session, crew, drive == null ? crew.drive() : drive, order.id()));
    }

    private Uni<Void> settle(Mutiny.Session session, Scope scope, VehicleOrder before, VehicleOrder after) {
        return states.refresh(session, before.view().vehicleId(), VehicleStates.by(scope.username(), after))
                .chain(() ->
                        states.refresh(session, after.view().vehicleId(), VehicleStates.by(scope.username(), after)))
                .chain(() -> assigning.tellAssigned(session, after));
    }

    private Uni<OrderChange> follow(Mutiny.Session session, VehicleOrder before, VehicleOrder after) {
        return requests.follow(session, after.view().requestId(), Assigning.assigned(after))
                .map(request -> new OrderChange(after, request, List.of(), List.of(before.vehicleUnitPath())));
    }
}
