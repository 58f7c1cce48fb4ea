package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/**
 * Turns a proposed plan into orders, one transaction per item: what has become impossible gets its code, the others go on. An
 * item is settled in the transaction of its order, so a commit that was interrupted can be repeated.
 */
@Singleton
class PlanCommit {

    private static final String ASSIGNED = "ASSIGNED";

    private final ScopedTransactions transactions;
    private final Plans plans;
    private final Assigning assigning;
    private final Push push;

    PlanCommit(ScopedTransactions transactions, Plans plans, Assigning assigning, Push push) {
        this.transactions = transactions;
        this.plans = plans;
        this.assigning = assigning;
        this.push = push;
    }

    Uni<Void> commit(Scope scope, RidePlan plan) {
        return Multi.createFrom()
                .iterable(plan.view().items())
                .filter(item -> item.outcome() == null)
                .onItem()
                .transformToUniAndConcatenate(item -> assign(scope, plan.id(), item))
                .collect()
                .last()
                .chain(_ -> transactions.inTransaction(scope, session -> plans.commit(session, plan.id())));
    }

    private Uni<Boolean> assign(Scope scope, UUID planId, OrderApi.PlanItem item) {
        return transactions
                .inTransaction(scope, session -> assign(session, scope, planId, item))
                .invoke(change -> change.ifPresent(done -> done.push(push)))
                .replaceWith(true)
                .onFailure(ProblemException.class)
                .recoverWithUni(refusal -> transactions
                        .inTransaction(
                                scope,
                                session -> plans.settle(
                                        session,
                                        planId,
                                        item.requestId(),
                                        ((ProblemException) refusal).problem().code()))
                        .replaceWith(false));
    }

    private Uni<Optional<OrderChange>> assign(
            Mutiny.Session session, Scope scope, UUID planId, OrderApi.PlanItem item) {
        OrderApi.NewOrder wanted = new OrderApi.NewOrder(item.requestId(), item.vehicleId(), item.driverId());
        return plans.lockOpenItem(session, planId, item.requestId())
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : assigning
                                .assign(session, scope, wanted)
                                .call(() -> plans.settle(session, planId, item.requestId(), ASSIGNED))
                                .map(Optional::of));
    }
}
