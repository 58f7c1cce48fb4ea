package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.Requisition;
import org.motorpool.dispatch.contract.OperationApi.ItemResult;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.OperationRequests;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/**
 * Acts on single items, each in a transaction of its own: one that is refused keeps its code, the others go on. The platform's scope
 * carries them out, as request and vehicle may be of different units; who asks was checked against the operation.
 */
@Singleton
class ItemActs {

    private static final String OK = "OK";

    private final ScopedTransactions transactions;
    private final OperationRequests requests;
    private final RequestLife life;
    private final Requisition requisition;
    private final Items items;
    private final Push push;

    ItemActs(
            ScopedTransactions transactions,
            OperationRequests requests,
            RequestLife life,
            Requisition requisition,
            Items items,
            Push push) {
        this.transactions = transactions;
        this.requests = requests;
        this.life = life;
        this.requisition = requisition;
        this.items = items;
        this.push = push;
    }

    /** The same act for each, one after the other. */
    static <T> Uni<List<ItemResult>> each(List<T> things, Function<T, Uni<ItemResult>> act) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(thing -> act.apply(thing))
                .collect()
                .asList();
    }

    /** Work of one item: its request afterwards. */
    Uni<ItemResult> one(String id, Function<Mutiny.Session, Uni<UseRequest>> work) {
        return transactions
                .inTransaction(Scope.SYSTEM, work)
                .invoke(request -> push.tell(request.change()))
                .map(request -> new ItemResult(id, request.id(), OK, null))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused(id, null, failure));
    }

    static ItemResult refused(String id, @Nullable UUID requestId, Throwable failure) {
        Problem problem = ((ProblemException) failure).problem();
        return new ItemResult(id, requestId, problem.code(), problem.detail());
    }

    Uni<UseRequest> add(Mutiny.Session session, Scope scope, OperationFile operation, Item item) {
        return requests.submit(session, scope, operation.id(), item.request())
                .call(request -> items.add(
                        session, operation, new Items.Kept(item.key(), item.slot(), item.fingerprint(), request.id())));
    }

    /** Cancel the item's request, and its order if it has one that has not departed; problem {@code item-departed}. */
    Uni<UseRequest> drop(Mutiny.Session session, Scope scope, UUID requestId, String reason) {
        return life.get(session, requestId).chain(request -> drop(session, scope, request, reason));
    }

    private Uni<UseRequest> drop(Mutiny.Session session, Scope scope, UseRequest request, String reason) {
        return switch (request.status()) {
            case SUBMITTED, APPROVED, RETURNED -> requests.cancel(session, scope, request.id());
            case ASSIGNED ->
                requisition
                        .withdraw(session, scope, request.view().order().id(), reason)
                        .chain(_ -> requests.cancel(session, scope, request.id()));
            case UNDERWAY -> throw departed(request);
            case CLOSED, REJECTED, CANCELLED -> Uni.createFrom().item(request);
        };
    }

    private static RuntimeException departed(UseRequest request) {
        return Problem.conflict(
                        "item-departed",
                        "%s 已出车，不能取消，收车后自动办结".formatted(request.view().number()),
                        "%s has departed; it ends with its return"
                                .formatted(request.view().number()))
                .asException();
    }
}
