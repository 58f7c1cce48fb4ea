package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Acts on an operation, each in one transaction: locked, compared with what the caller read, once per key, told. */
@Singleton
class OperationDesk {

    /**
     * An act.
     *
     * @param action what is done, e.g. operation-committed
     * @param body of the request, for the key
     */
    record Act(
            Scope scope,
            UUID id,
            String action,
            @Nullable Object body,
            @Nullable String key,
            IfMatch ifMatch) {}

    private final ScopedTransactions transactions;
    private final Operations operations;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;

    OperationDesk(
            ScopedTransactions transactions, Operations operations, IdempotencyKeys keys, Changes changes, Push push) {
        this.transactions = transactions;
        this.operations = operations;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
    }

    /** What a session does to the operation it has locked. */
    interface Doing {
        Uni<OperationFile> to(Mutiny.Session session, OperationFile operation);
    }

    /** Do it; a repeated key answers with the operation as it is now. */
    Uni<OperationFile> act(Act act, Doing doing) {
        Scope scope = act.scope();
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(
                scope.accountId(), act.key(), List.of(act.action(), act.id(), String.valueOf(act.body())), act.id());
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(session, wish, () -> once(session, act, doing), id -> get(session, id)))
                .invoke(operation -> push.tell(operation.change()));
    }

    private Uni<OperationFile> once(Mutiny.Session session, Act act, Doing doing) {
        return operations
                .lock(session, act.id())
                .map(found -> found.orElseThrow(() -> unknown(act.id())))
                .invoke(operation -> act.ifMatch().require(operation.view()))
                .chain(before -> doing.to(session, before)
                        .call(after -> changes.tell(session, act.scope(), change(act.action(), before, after))));
    }

    /** The operation in the scope of the session; problem {@code operation-unknown}. */
    Uni<OperationFile> get(Mutiny.Session session, UUID id) {
        return operations.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Read of it in a transaction of its own. */
    <T> Uni<T> read(Scope scope, UUID id, Function<OperationFile, Uni<T>> reading) {
        return transactions
                .inTransaction(scope, session -> get(session, id))
                .chain(operation -> reading.apply(operation));
    }

    static StateChange change(String action, @Nullable OperationFile before, OperationFile after) {
        return new StateChange(
                "operation",
                after.id(),
                after.id(),
                after.view().number(),
                action,
                before == null ? null : before.view().status(),
                after.view().status());
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "operation-unknown",
                        "活动或征调 %s 不存在或不在您的管理范围内".formatted(id),
                        "operation %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
