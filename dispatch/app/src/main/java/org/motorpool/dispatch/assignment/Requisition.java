package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.store.AssignmentRules;
import org.motorpool.dispatch.assignment.store.OpenOrders;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.RequestLife;

/** Assigning and taking back many vehicles for one purpose; for operation, in its transactions. It pushes after its commit. */
@Singleton
public class Requisition {

    private final Assigning assigning;
    private final Orders orders;
    private final OpenOrders open;
    private final AssignmentRules rules;
    private final RequestLife requests;
    private final VehicleStates states;
    private final Changes changes;
    private final Riders riders;
    private final Joining joining;

    Requisition(
            Assigning assigning,
            Orders orders,
            OpenOrders open,
            AssignmentRules rules,
            RequestLife requests,
            VehicleStates states,
            Changes changes,
            Riders riders,
            Joining joining) {
        this.riders = riders;
        this.joining = joining;
        this.assigning = assigning;
        this.orders = orders;
        this.open = open;
        this.rules = rules;
        this.requests = requests;
        this.states = states;
        this.changes = changes;
    }

    /** Open orders of the vehicles or drivers that touch [from, to), the earliest first. */
    public Uni<List<VehicleOrder>> listOverlapping(
            Mutiny.Session session, Instant from, Instant to, Collection<UUID> vehicleIds, Collection<UUID> driverIds) {
        return open.listOverlapping(session, from, to, vehicleIds, driverIds);
    }

    /** Which vehicles serve which requests at the moment. */
    public Uni<ServingRules> rules(Mutiny.Session session, LocalDate day) {
        return rules.serving(session, day);
    }

    /** Whether the driver's licence is good for the vehicle. */
    public static boolean mayDrive(DriverFile driver, VehicleFile vehicle) {
        return LicenceRule.check(vehicle, driver).isEmpty();
    }

    /** Assign, under the rules of every order. */
    public Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted) {
        return assigning.assign(session, scope, wanted);
    }

    /**
     * Give a request the vehicle back that an order of it had.
     *
     * @param rodeWith 合乘: the order it rode with; it rides with what serves the request of that one now, if anything does
     */
    public Uni<OrderChange> restore(Mutiny.Session session, Scope scope, UUID orderId, @Nullable UUID rodeWith) {
        return orders.find(session, orderId)
                .map(found -> found.orElseThrow(() -> OrderService.unknown(orderId)))
                .chain(before -> rodeWith == null
                        ? assigning.assign(session, scope, again(before), Ids.next(), period(before))
                        : joining.rejoin(session, scope, again(before), rodeWith, period(before)));
    }

    private static OrderApi.NewOrder again(VehicleOrder before) {
        OrderApi.Order view = before.view();
        return new OrderApi.NewOrder(view.requestId(), view.vehicleId(), view.driverId());
    }

    private static Period period(VehicleOrder before) {
        SharedRoute.Ride ride = SharedRoute.Ride.of(before);
        return new Period(ride.from(), ride.to());
    }

    /** Assign by order of a superior 征用, whatever is shared; the other rules of every order hold. */
    public Uni<OrderChange> seize(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted) {
        return assigning.requisition(session, scope, wanted);
    }

    /** Take the vehicle back from an order that has not departed, and from all who ride with it: they are cancelled, their requests wait again. */
    public Uni<OrderChange> withdraw(Mutiny.Session session, Scope scope, UUID id, String reason) {
        return orders.lockWithLead(session, id)
                .map(found -> found.orElseThrow(() -> OrderService.unknown(id))
                        .requireLeading()
                        .requireMayBecome(OrderStatus.CANCELLED))
                .chain(before -> riders.each(session, before, rider -> cancel(session, scope, rider, reason))
                        .chain(along -> cancel(session, scope, before, reason).map(change -> change.along(along))));
    }

    private Uni<OrderChange> cancel(Mutiny.Session session, Scope scope, VehicleOrder waiting, String reason) {
        return Uni.createFrom().item(waiting).chain(before -> orders.cancel(
                        session, before.id(), reason, ReasonCode.PREEMPTED)
                .call(order ->
                        states.refresh(session, order.view().vehicleId(), VehicleStates.by(scope.username(), order)))
                .call(order -> changes.tell(session, scope, change(before, order, reason)))
                .chain(order -> requests.release(session, scope, order.view().requestId())
                        .map(request -> new OrderChange(order, request))));
    }

    private static StateChange change(VehicleOrder before, VehicleOrder after, String reason) {
        return new StateChange(
                "order",
                after.id(),
                after.view().requestId(),
                after.view().number(),
                "order-withdrawn",
                before.status().name(),
                after.status() + ": " + reason);
    }
}
