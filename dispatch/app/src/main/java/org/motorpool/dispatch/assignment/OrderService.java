package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;

/** Orders 派车单 as dispatchers handle them: issue, read, cancel. */
@Singleton
public class OrderService {

    private final ScopedTransactions transactions;
    private final Assigning assigning;
    private final Borrowing borrowing;
    private final TakingBack takingBack;
    private final Joining joining;
    private final RequestLife requests;
    private final Orders orders;
    private final OrderLife life;
    private final OrderActs acts;
    private final IdempotencyKeys keys;
    private final Push push;

    OrderService(
            ScopedTransactions transactions,
            Assigning assigning,
            Borrowing borrowing,
            TakingBack takingBack,
            Joining joining,
            RequestLife requests,
            Orders orders,
            OrderLife life,
            OrderActs acts,
            IdempotencyKeys keys,
            Push push) {
        this.transactions = transactions;
        this.assigning = assigning;
        this.borrowing = borrowing;
        this.takingBack = takingBack;
        this.joining = joining;
        this.requests = requests;
        this.orders = orders;
        this.life = life;
        this.acts = acts;
        this.keys = keys;
        this.push = push;
    }

    /** Assign by hand, once per key. */
    public Uni<VehicleOrder> create(Scope scope, OrderApi.@Nullable NewOrder wanted, @Nullable String key) {
        OrderApi.NewOrder complete = OrderForms.order(wanted);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), key, complete, id);
        if (complete.ridesWithId() != null) {
            return join(scope, complete, wish);
        }
        return once(scope, wish, session -> assigning.assign(session, scope, complete, id))
                .onFailure(Borrowing::mayHelp)
                .recoverWithUni(
                        () -> once(Scope.SYSTEM, wish, session -> borrowing.assign(session, scope, complete, id)))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    /** 合乘: the order that leads is in the caller's scope, also where its vehicle is not. */
    private Uni<VehicleOrder> join(Scope scope, OrderApi.NewOrder wanted, IdempotencyKeys.Wish wish) {
        return acts.see(scope, session -> life.get(session, wanted.ridesWithId())
                        .chain(_ -> requests.get(session, wanted.requestId())))
                .chain(_ -> once(Scope.SYSTEM, wish, session -> joining.join(session, scope, wanted, wish.id(), null)))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    private Uni<OrderChange> once(
            Scope scope, IdempotencyKeys.Wish wish, Function<Mutiny.Session, Uni<OrderChange>> make) {
        return transactions.inTransaction(
                scope,
                session -> keys.once(session, wish, () -> make.apply(session), before -> again(session, before)));
    }

    private Uni<OrderChange> again(Mutiny.Session session, UUID id) {
        return life.get(session, id).chain(order -> life.unchanged(session, order));
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
        return transactions.inTransaction(scope, session -> life.get(session, id));
    }

    /** Cancel an order that has not departed; its request waits for another vehicle. */
    public Uni<VehicleOrder> cancel(
            Scope scope, UUID id, IfMatch ifMatch, OrderActApi.@Nullable Cancellation form, @Nullable String key) {
        OrderActApi.Cancellation wanted = OrderForms.cancellation(form);
        return acts.act(scope, OrderActs.Act.on(id, "order-cancel", wanted, key), session -> takingBack
                .requireMayWithdraw(session, scope, id)
                .chain(() -> life.cancel(session, scope, id, ifMatch, wanted)));
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "order-unknown",
                        "派车单 %s 不存在或不在您的管理范围内".formatted(id),
                        "order %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
