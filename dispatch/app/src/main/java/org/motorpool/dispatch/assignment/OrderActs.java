package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/**
 * Carries out what somebody does with an order. Whoever sees the order may act on it, but its request or its vehicle may lie
 * outside their scope: the platform carries the act out, in one transaction, once per Idempotency-Key.
 */
@Singleton
public class OrderActs {

    private final ScopedTransactions transactions;
    private final OrderLife life;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;

    OrderActs(ScopedTransactions transactions, OrderLife life, IdempotencyKeys keys, Changes changes, Push push) {
        this.transactions = transactions;
        this.life = life;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
    }

    /**
     * One act.
     *
     * @param name what is done, e.g. order-cancel
     * @param body what the caller sent
     * @param key Idempotency-Key, or null
     * @param resultId the order the act answers with
     */
    public record Act(
            UUID orderId,
            String name,
            Object body,
            @Nullable String key,
            UUID resultId) {

        /** An act that answers with the order itself. */
        public static Act on(UUID orderId, String name, Object body, @Nullable String key) {
            return new Act(orderId, name, body, key, orderId);
        }

        IdempotencyKeys.Wish wish(Scope scope) {
            return new IdempotencyKeys.Wish(scope.accountId(), key, List.of(name, orderId, body), resultId);
        }
    }

    /** Act on an order in the caller's scope; otherwise it is problem {@code order-unknown}. */
    public Uni<VehicleOrder> act(Scope scope, Act act, Function<Mutiny.Session, Uni<OrderChange>> work) {
        return see(scope, session -> life.get(session, act.orderId())).chain(_ -> carryOut(scope, act, work));
    }

    /** Look at things as the caller does: what is not in scope fails as unknown. */
    public <T> Uni<T> see(Scope scope, Function<Mutiny.Session, Uni<T>> look) {
        return transactions.inTransaction(scope, look);
    }

    /** Act on an order the caller is known to have the right to. */
    public Uni<VehicleOrder> carryOut(Scope scope, Act act, Function<Mutiny.Session, Uni<OrderChange>> work) {
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session, act.wish(scope), () -> work.apply(session), id -> again(session, id)))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    private Uni<OrderChange> again(Mutiny.Session session, UUID id) {
        return life.get(session, id).chain(order -> life.unchanged(session, order));
    }

    /** Tell what became of the order, in its transaction. */
    public Uni<Void> tell(
            Mutiny.Session session, Scope by, String action, @Nullable VehicleOrder before, VehicleOrder after) {
        return tell(session, by, action, before, after, null);
    }

    /** The same with the reason people gave. */
    public Uni<Void> tell(
            Mutiny.Session session,
            Scope by,
            String action,
            @Nullable VehicleOrder before,
            VehicleOrder after,
            @Nullable String reason) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "order",
                        after.id(),
                        after.view().requestId(),
                        after.view().number(),
                        action,
                        before == null ? null : before.told(),
                        reason == null ? after.told() : after.told() + " " + reason));
    }
}
