package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.Conflicts;
import org.motorpool.dispatch.assignment.store.OrderRules;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/**
 * What becomes of an order on the road; for trip, in its transactions, which run in the platform's scope: a driver may serve
 * a request and drive a vehicle of other units. Every move keeps request and vehicle in step.
 */
@Singleton
public class OrderLife {

    private final Orders orders;
    private final RequestLife requests;
    private final VehicleStates states;
    private final Changes changes;
    private final Conflicts conflicts;
    private final OrderRules rules;
    private final Riders riders;

    OrderLife(
            Orders orders,
            RequestLife requests,
            VehicleStates states,
            Changes changes,
            Conflicts conflicts,
            OrderRules rules,
            Riders riders) {
        this.riders = riders;
        this.conflicts = conflicts;
        this.rules = rules;
        this.orders = orders;
        this.requests = requests;
        this.states = states;
        this.changes = changes;
    }

    /** Lock the order if this account drives it; otherwise it is problem {@code order-unknown}. */
    public Uni<VehicleOrder> lockForDriver(Mutiny.Session session, UUID id, String username) {
        return orders.lock(session, id)
                .map(found -> found.filter(order -> username.equals(order.view().driverUsername()))
                        .orElseThrow(() -> OrderService.unknown(id)));
    }

    /** Lock the order, and the one it rides with. */
    public Uni<VehicleOrder> lock(Mutiny.Session session, UUID id) {
        return orders.lockWithLead(session, id).map(found -> found.orElseThrow(() -> OrderService.unknown(id)));
    }

    /** The order; fails with problem {@code order-unknown} when there is none in the scope of the session. */
    public Uni<VehicleOrder> get(Mutiny.Session session, UUID id) {
        return orders.find(session, id).map(found -> found.orElseThrow(() -> OrderService.unknown(id)));
    }

    /** The order of that number in the scope of the session. */
    public Uni<Optional<VehicleOrder>> findByNumber(Mutiny.Session session, String number) {
        return orders.findByNumber(session, number);
    }

    /** The request of an order. */
    public Uni<OrderChange> unchanged(Mutiny.Session session, VehicleOrder order) {
        return requests.get(session, order.view().requestId()).map(request -> new OrderChange(order, request));
    }

    /** Accepted or arrived, with who rides along: the request only shows it. */
    public Uni<OrderChange> move(Mutiny.Session session, Scope by, UUID id, OrderStatus status) {
        return moved(session, id, status)
                .chain(change -> riders.follow(
                        session, by, change, action(status), rider -> moved(session, rider.id(), status)));
    }

    private Uni<OrderChange> moved(Mutiny.Session session, UUID id, OrderStatus status) {
        return orders.move(session, id, status).chain(order -> show(session, order));
    }

    private static String action(OrderStatus status) {
        return "order-" + status.name().toLowerCase(Locale.ROOT);
    }

    /** Departed, with who rides along: request under way, which it is already when the order continues another, and vehicle on trip. */
    public Uni<OrderChange> depart(Mutiny.Session session, Scope by, UUID id) {
        return orders.move(session, id, OrderStatus.DEPARTED)
                .call(order -> states.refresh(session, order.view().vehicleId(), VehicleStates.byDriver(order)))
                .chain(order -> underway(session, by, order))
                .chain(change -> riders.follow(session, by, change, action(OrderStatus.DEPARTED), rider -> orders.move(
                                session, rider.id(), OrderStatus.DEPARTED)
                        .chain(order -> underway(session, by, order))));
    }

    private Uni<OrderChange> underway(Mutiny.Session session, Scope by, VehicleOrder order) {
        return order.view().course().continuesOrderId() == null
                ? follow(session, by, order, RequestStatus.UNDERWAY)
                : show(session, order);
    }

    private Uni<OrderChange> show(Mutiny.Session session, VehicleOrder order) {
        return requests.showOrderStatus(
                        session, order.view().requestId(), order.view().status())
                .map(request -> new OrderChange(order, request));
    }

    /** Cancel an order that has not departed, in the platform's scope; its request waits for another vehicle. */
    public Uni<OrderChange> cancel(
            Mutiny.Session session, Scope by, UUID id, IfMatch ifMatch, OrderActApi.Cancellation why) {
        return lock(session, id)
                .invoke(order -> ifMatch.require(order.view()))
                .map(order -> order.requireMayBecome(OrderStatus.CANCELLED))
                .chain(before -> cancel(session, by, before, why)
                        .chain(change -> riders.leave(session, by, before).map(change::along)));
    }

    private Uni<OrderChange> cancel(
            Mutiny.Session session, Scope by, VehicleOrder waiting, OrderActApi.Cancellation why) {
        return Uni.createFrom().item(waiting).chain(before -> orders.cancel(
                        session, before.id(), why.reason(), ReasonCode.valueOf(why.reasonCode()))
                .call(order ->
                        states.refresh(session, order.view().vehicleId(), VehicleStates.by(by.username(), order)))
                .call(order -> changes.tell(session, by, cancelled(before, order)))
                .chain(order -> requests.release(session, by, order.view().requestId())
                        .map(request -> new OrderChange(order, request))));
    }

    private static StateChange cancelled(VehicleOrder before, VehicleOrder after) {
        OrderApi.Order view = after.view();
        String why = "%s %s %s"
                .formatted(
                        after.told(), view.course().reasonCode(), view.course().reason());
        return new StateChange(
                "order", view.id(), view.requestId(), view.number(), "order-cancelled", before.told(), why);
    }

    /** Nobody came: vehicle and driver are free from then on, the request is closed. */
    public Uni<OrderChange> noShow(Mutiny.Session session, Scope by, VehicleOrder order, Instant at, String reason) {
        return requireWaited(session, order, at)
                .chain(() -> riders.findSuccessor(session, order))
                .invoke(next -> next.ifPresent(_ -> requireNotUnderway(order)))
                .chain(next -> orders.noShow(session, order.id(), at, reason, next.orElse(null)))
                .chain(after -> leave(session, by, order)
                        .call(() -> states.refresh(session, after.view().vehicleId(), VehicleStates.byDriver(after)))
                        .chain(along -> follow(session, by, after, RequestStatus.CLOSED)
                                .chain(change -> settle(session, change))
                                .map(change -> along.isEmpty() ? change : change.along(along))));
    }

    /** Who rides with an order that does not come goes on; who rode is missed by nobody. */
    private Uni<List<OrderChange>> leave(Mutiny.Session session, Scope by, VehicleOrder gone) {
        return gone.isRiding() ? Uni.createFrom().item(List.of()) : riders.leave(session, by, gone);
    }

    /** The kilometres are those of the order that leads. */
    private static void requireNotUnderway(VehicleOrder order) {
        if (order.status().isUnderway()) {
            throw Problem.conflict(
                            "order-leads-others",
                            "派车单 %s 已出车且有合乘人，不能按未到办结，请送达后收车"
                                    .formatted(order.view().number()),
                            "order %s is on the road and others ride with it; return from it instead"
                                    .formatted(order.view().number()))
                    .asException();
        }
    }

    private Uni<OrderRule> requireWaited(Mutiny.Session session, VehicleOrder order, Instant at) {
        return requests.get(session, order.view().requestId())
                .chain(request -> rules.get(
                        session, OrderRule.Key.NO_SHOW_AFTER, request.view().regionCode(), Days.of(at)))
                .invoke(rule -> {
                    if (at.isBefore(order.view().from().plus(rule.length()))) {
                        throw Problem.refused("no-show-too-early", List.of(tooEarly(order, rule)))
                                .asException();
                    }
                });
    }

    private static Violation tooEarly(VehicleOrder order, OrderRule rule) {
        return new Violation(
                "no-show-too-early",
                rule.clause(),
                "应从出发时间 %s 起等候 %d 分钟".formatted(order.view().from(), rule.minutes()),
                "wait %d min from the time of departure %s on"
                        .formatted(rule.minutes(), order.view().from()));
    }

    /** Back: the vehicle and the driver are free from then on, the request waits for the measure. */
    public Uni<OrderChange> comeBack(Mutiny.Session session, Scope by, UUID id, Instant returnedAt) {
        return returned(session, id, returnedAt)
                .chain(change -> settle(session, change))
                .chain(change -> riders.follow(
                        session,
                        by,
                        change,
                        action(OrderStatus.RETURNED),
                        rider -> returned(session, rider.id(), returnedAt)))
                .call(change -> refresh(session, change.order()));
    }

    private Uni<OrderChange> returned(Mutiny.Session session, UUID id, Instant at) {
        return orders.comeBack(session, id, at).chain(order -> show(session, order));
    }

    private Uni<Void> refresh(Mutiny.Session session, VehicleOrder order) {
        return states.refresh(session, order.view().vehicleId(), VehicleStates.byDriver(order));
    }

    /** Back at last: what was in conflict because of it no longer is. */
    private Uni<OrderChange> settle(Mutiny.Session session, OrderChange change) {
        VehicleOrder order = change.order();
        return order.view().course().overdue()
                ? conflicts
                        .settle(session, order.id())
                        .map(settled -> new OrderChange(order, change.request(), settled, List.of(), change.along()))
                : Uni.createFrom().item(change);
    }

    /** Measured and done. The request goes on when another order took over; without its passengers it is closed already. */
    public Uni<OrderChange> close(Mutiny.Session session, UUID id) {
        return get(session, id).chain(order -> {
            if (order.status() == OrderStatus.NO_SHOW) {
                return unchanged(session, order);
            }
            return closed(session, order)
                    .chain(change -> riders.follow(
                            session,
                            Scope.SYSTEM,
                            change,
                            action(OrderStatus.CLOSED),
                            rider -> closed(session, rider)));
        });
    }

    private Uni<OrderChange> closed(Mutiny.Session session, VehicleOrder order) {
        Uni<VehicleOrder> closed = orders.move(session, order.id(), OrderStatus.CLOSED);
        return order.isContinued()
                ? closed.chain(leg -> unchanged(session, leg))
                : closed.chain(done -> follow(session, Scope.SYSTEM, done, RequestStatus.CLOSED));
    }

    private Uni<OrderChange> follow(Mutiny.Session session, Scope by, VehicleOrder order, RequestStatus status) {
        Uni<UseRequest> moved = requests.move(
                session, by, order.view().requestId(), status, order.view().status());
        return moved.map(request -> new OrderChange(order, request));
    }
}
