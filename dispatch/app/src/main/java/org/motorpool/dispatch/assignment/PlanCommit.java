package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.assignment.store.SharedOrders;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.duty.Period;
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
    private final Joining joining;
    private final SharedOrders shared;
    private final Push push;

    PlanCommit(
            ScopedTransactions transactions,
            Plans plans,
            Assigning assigning,
            Joining joining,
            SharedOrders shared,
            Push push) {
        this.joining = joining;
        this.shared = shared;
        this.transactions = transactions;
        this.plans = plans;
        this.assigning = assigning;
        this.push = push;
    }

    Uni<Void> commit(Scope scope, RidePlan plan) {
        Companies companies = new Companies(plan.view().items());
        return Multi.createFrom()
                .iterable(plan.view().items())
                .filter(item -> item.outcome() == null)
                .onItem()
                .transformToUniAndConcatenate(item -> assign(scope, plan.id(), item, companies.others(item)))
                .collect()
                .last()
                .chain(_ -> transactions.inTransaction(scope, session -> plans.commit(session, plan.id())));
    }

    private Uni<Boolean> assign(Scope scope, UUID planId, OrderApi.PlanItem item, List<UUID> company) {
        return transactions
                .inTransaction(scope, session -> assign(session, scope, planId, item, company))
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
            Mutiny.Session session, Scope scope, UUID planId, OrderApi.PlanItem item, List<UUID> company) {
        return plans.lockOpenItem(session, planId, item.requestId())
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : assign(session, scope, item, company)
                                .call(() -> plans.settle(session, planId, item.requestId(), ASSIGNED))
                                .map(Optional::of));
    }

    /** 合乘: with the order of the first of its company that has got one; without company, or before all others, by itself. */
    private Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.PlanItem item, List<UUID> company) {
        Period planned = new Period(item.from(), item.to());
        return lead(session, item, company)
                .chain(lead -> lead.isPresent()
                        ? joining.join(session, scope, wanted(item, lead.get()), Ids.next(), planned)
                        : assigning.assign(session, scope, wanted(item, null), Ids.next(), planned));
    }

    private static OrderApi.NewOrder wanted(OrderApi.PlanItem item, @Nullable UUID leadId) {
        return new OrderApi.NewOrder(item.requestId(), item.vehicleId(), item.driverId(), leadId);
    }

    private Uni<Optional<UUID>> lead(Mutiny.Session session, OrderApi.PlanItem item, List<UUID> company) {
        return company.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : shared.findLead(session, company, item.vehicleId(), item.driverId());
    }
}
