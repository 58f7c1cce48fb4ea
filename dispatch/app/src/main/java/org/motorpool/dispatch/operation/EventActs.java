package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OperationApi.BulkResult;
import org.motorpool.dispatch.contract.OperationApi.ItemResult;
import org.motorpool.dispatch.contract.OperationApi.NewDecision;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.operation.store.Items.Kept;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.OperationRequests;
import org.motorpool.dispatch.request.UseRequest;

/** Acts on events: commit what the plan asks for, decide on all of it at once, cancel it. */
@Singleton
public class EventActs {

    private static final int LONGEST_REASON = 500;
    private static final List<OperationStatus> OPEN =
            List.of(OperationStatus.DRAFT, OperationStatus.COMMITTED, OperationStatus.APPROVED);

    private final ScopedTransactions transactions;
    private final OperationDesk desk;
    private final Operations operations;
    private final Items items;
    private final ItemActs acts;
    private final OperationRequests requests;
    private final Push push;
    private final Clock clock;

    EventActs(
            ScopedTransactions transactions,
            OperationDesk desk,
            Operations operations,
            Items items,
            ItemActs acts,
            OperationRequests requests,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.operations = operations;
        this.items = items;
        this.acts = acts;
        this.requests = requests;
        this.push = push;
        this.clock = clock;
    }

    /** Make, change and cancel the requests that differ from the plan; what was committed before stays. */
    Uni<BulkResult> commit(Scope scope, UUID id, @Nullable String key, IfMatch ifMatch) {
        return desk.act(
                        new OperationDesk.Act(scope, id, "operation-committed", null, key, ifMatch),
                        (session, operation) -> {
                            operation.requirePlan();
                            operation.require(OPEN);
                            return items.list(session, id)
                                    .chain(kept ->
                                            Difference.of(operation, kept).asksForMore()
                                                    ? operations.move(session, id, OperationStatus.COMMITTED)
                                                    : Uni.createFrom().item(operation));
                        })
                .chain(operation -> transactions
                        .inTransaction(scope, session -> items.list(session, id))
                        .chain(kept -> carryOut(scope, operation, Difference.of(operation, kept)))
                        .chain(results -> answer(scope, id, results)));
    }

    private Uni<List<ItemResult>> carryOut(Scope scope, OperationFile operation, Difference difference) {
        return ItemActs.each(difference.removed(), kept -> remove(scope, operation, kept, "活动方案调整"))
                .chain(removed -> ItemActs.each(
                                List.copyOf(difference.changed().entrySet()), entry -> change(scope, operation, entry))
                        .chain(changed -> ItemActs.each(
                                        difference.added(),
                                        item -> acts.one(
                                                item.key(), session -> acts.add(session, scope, operation, item)))
                                .map(added -> join(removed, changed, added))));
    }

    private Uni<ItemResult> remove(Scope scope, OperationFile operation, Kept kept, String reason) {
        return acts.one(kept.key(), session -> acts.drop(session, scope, kept.requestId(), reason)
                .call(_ -> items.remove(session, operation.id(), kept.key())));
    }

    private Uni<ItemResult> change(Scope scope, OperationFile operation, Map.Entry<Item, Kept> entry) {
        return acts.one(entry.getKey().key(), session -> acts.drop(
                        session, scope, entry.getValue().requestId(), "活动方案调整")
                .call(_ ->
                        items.remove(session, operation.id(), entry.getValue().key()))
                .chain(_ -> acts.add(session, scope, operation, entry.getKey())));
    }

    @SafeVarargs
    private static List<ItemResult> join(List<ItemResult>... parts) {
        List<ItemResult> all = new ArrayList<>();
        for (List<ItemResult> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private Uni<BulkResult> answer(Scope scope, UUID id, List<ItemResult> results) {
        return transactions
                .inTransaction(scope, session -> desk.get(session, id))
                .map(operation -> new BulkResult(operation.view(), results));
    }

    /** One decision for all requests, by somebody else than the organiser. */
    public Uni<OperationFile> decide(
            Scope scope, UUID id, @Nullable NewDecision form, @Nullable String key, IfMatch ifMatch) {
        NewDecision given = Fields.required("decision", form);
        boolean approved = Fields.oneOf("decision", given.decision(), Set.of("APPROVE", "REJECT"))
                .equals("APPROVE");
        String reason = approved
                ? Fields.optionalText("reason", given.reason(), LONGEST_REASON)
                : Fields.text("reason", given.reason(), LONGEST_REASON);
        List<UseRequest> decided = new ArrayList<>();
        return desk.act(
                        new OperationDesk.Act(scope, id, "operation-decided", given, key, ifMatch),
                        (session, operation) -> {
                            requireOthers(operation, scope);
                            operation.require(List.of(OperationStatus.COMMITTED));
                            return decide(session, scope, operation, approved, reason)
                                    .invoke(decided::addAll)
                                    .chain(_ -> operations.decide(
                                            session,
                                            id,
                                            approved ? OperationStatus.APPROVED : OperationStatus.DRAFT,
                                            scope.username(),
                                            clock.instant(),
                                            reason));
                        })
                .invoke(_ -> decided.forEach(request -> push.tell(request.change())));
    }

    private Uni<List<UseRequest>> decide(
            Mutiny.Session session, Scope scope, OperationFile operation, boolean approved, @Nullable String reason) {
        operation.requirePlan();
        return approved
                ? requests.approveAll(session, scope, operation.id(), reason)
                : requests.cancelAll(session, scope, operation.id());
    }

    private static void requireOthers(OperationFile operation, Scope scope) {
        if (operation.organiserId().equals(scope.accountId())) {
            throw Problem.of(
                            403,
                            "self-approval",
                            "无权限 Forbidden",
                            "不能审批本人组织的活动 %s".formatted(operation.view().number()),
                            "nobody decides on their own operation %s"
                                    .formatted(operation.view().number()),
                            null)
                    .asException();
        }
    }

    /** Cancel it and every request that has not departed. */
    Uni<BulkResult> cancel(Scope scope, UUID id, String reason, @Nullable String key, IfMatch ifMatch) {
        return desk.act(
                        new OperationDesk.Act(scope, id, "operation-cancelled", reason, key, ifMatch),
                        (session, operation) -> {
                            operation.require(OPEN);
                            return operations.end(session, id, OperationStatus.CANCELLED, reason);
                        })
                .chain(_ -> transactions.inTransaction(scope, session -> items.list(session, id)))
                .chain(kept -> ItemActs.each(
                        kept,
                        item -> acts.one(item.key(), session -> acts.drop(session, scope, item.requestId(), reason))))
                .chain(results -> answer(scope, id, results));
    }
}
