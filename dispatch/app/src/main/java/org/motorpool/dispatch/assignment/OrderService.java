package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;

/** Orders 派车单 as dispatchers handle them: issue, read, cancel. */
@ApplicationScoped
public class OrderService {

    private static final int LONGEST_REASON = 500;

    private final ScopedTransactions transactions;
    private final Assigning assigning;
    private final Orders orders;
    private final RequestLife requests;
    private final VehicleStates states;
    private final AuditTrail audit;
    private final Push push;

    OrderService(
            ScopedTransactions transactions,
            Assigning assigning,
            Orders orders,
            RequestLife requests,
            VehicleStates states,
            AuditTrail audit,
            Push push) {
        this.transactions = transactions;
        this.assigning = assigning;
        this.orders = orders;
        this.requests = requests;
        this.states = states;
        this.audit = audit;
        this.push = push;
    }

    /** Assign by hand. */
    public Uni<VehicleOrder> create(Scope scope, OrderApi.@Nullable NewOrder wanted) {
        OrderApi.NewOrder complete = requireComplete(wanted);
        return transactions
                .inTransaction(scope, session -> assigning.assign(session, scope, complete))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    /** Orders in scope, newest first. */
    public Uni<List<VehicleOrder>> list(Scope scope, OrderFilter filter) {
        return transactions.inTransaction(scope, session -> orders.list(session, scope.unitPath(), filter));
    }

    /** Orders the caller drives, newest first; the vehicle may be of any unit. */
    public Uni<List<VehicleOrder>> listOfDriver(Scope driver, OrderFilter filter) {
        return transactions.inTransaction(
                Scope.SYSTEM, session -> orders.listOfDriver(session, driver.username(), filter));
    }

    /** The order; fails with problem {@code order-unknown} when there is none in scope. */
    public Uni<VehicleOrder> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    private Uni<VehicleOrder> get(Mutiny.Session session, UUID id) {
        return orders.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Cancel an order that has not departed; its request waits for another vehicle. */
    public Uni<VehicleOrder> cancel(Scope scope, UUID id, @Nullable String reason) {
        String why = requireReason(reason);
        return get(scope, id)
                .chain(_ ->
                        transactions.inTransaction(Scope.SYSTEM, session -> cancel(session, scope.username(), id, why)
                                .call(change -> audit.note(
                                        session,
                                        scope,
                                        "order-cancelled",
                                        change.order().view().number()))))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    /**
     * Whoever sees the order may cancel it, but its request or its vehicle may lie outside their scope: the platform carries
     * the cancellation out.
     */
    private Uni<OrderChange> cancel(Mutiny.Session session, String by, UUID id, String reason) {
        return orders.lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)).requireMayBecome(OrderStatus.CANCELLED))
                .chain(_ -> orders.cancel(session, id, reason))
                .call(order -> states.refresh(session, order.view().vehicleId(), VehicleStates.by(by, order)))
                .chain(order -> requests.release(session, order.view().requestId())
                        .map(request -> new OrderChange(order, request)));
    }

    private static String requireReason(@Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid(
                            "reason",
                            "取消派车单须说明理由，最多 %d 个字".formatted(LONGEST_REASON),
                            "a reason of at most %d characters is required to cancel an order"
                                    .formatted(LONGEST_REASON))
                    .asException();
        }
        return why;
    }

    private static OrderApi.NewOrder requireComplete(OrderApi.@Nullable NewOrder wanted) {
        if (wanted == null || wanted.requestId() == null) {
            throw Problem.missing("requestId").asException();
        }
        if (wanted.vehicleId() == null) {
            throw Problem.missing("vehicleId").asException();
        }
        if (wanted.driverId() == null) {
            throw Problem.missing("driverId").asException();
        }
        return wanted;
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "order-unknown",
                        "派车单 %s 不存在或不在您的管理范围内".formatted(id),
                        "order %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
