package org.motorpool.dispatch.operation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.Requisition;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OperationApi.BulkResult;
import org.motorpool.dispatch.contract.OperationApi.ItemResult;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.operation.store.Preemptions;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/** An emergency ends: what has not departed is cancelled, and preempted requests get their vehicle back, or the front of the queue. */
@Singleton
class Releasing {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int BATCH = 20;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final OperationDesk desk;
    private final Operations operations;
    private final Items items;
    private final ItemActs acts;
    private final Preemptions preemptions;
    private final RequestLife life;
    private final Requisition requisition;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    Releasing(
            Ticker ticker,
            ScopedTransactions transactions,
            OperationDesk desk,
            Operations operations,
            Items items,
            ItemActs acts,
            Preemptions preemptions,
            RequestLife life,
            Requisition requisition,
            Changes changes,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.desk = desk;
        this.operations = operations;
        this.items = items;
        this.acts = acts;
        this.preemptions = preemptions;
        this.life = life;
        this.requisition = requisition;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "releases cut short", this::finish);
    }

    /** What a release left open, as the platform ended in the middle of it. */
    Uni<Void> finish() {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> operations.listCutShort(session, BATCH))
                .chain(left -> Multi.createFrom()
                        .iterable(left)
                        .onItem()
                        .transformToUniAndConcatenate(operation -> giveBack(
                                Scope.SYSTEM, operation, operation.view().endedReason()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    Uni<BulkResult> release(Scope scope, UUID id, String reason, @Nullable String key, IfMatch ifMatch) {
        return desk.act(
                        new OperationDesk.Act(scope, id, "operation-released", reason, key, ifMatch),
                        (session, operation) -> {
                            operation.requireMobilisation();
                            operation.require(List.of(OperationStatus.COMMITTED));
                            return operations.end(session, id, OperationStatus.RELEASED, reason);
                        })
                .chain(operation ->
                        giveBack(scope, operation, reason).map(results -> new BulkResult(operation.view(), results)));
    }

    private Uni<List<ItemResult>> giveBack(Scope scope, OperationFile operation, String reason) {
        return transactions
                .inTransaction(scope, session -> items.list(session, operation.id()))
                .chain(kept -> ItemActs.each(
                        kept,
                        item -> acts.one(item.key(), session -> acts.drop(session, scope, item.requestId(), reason))))
                .chain(dropped -> transactions
                        .inTransaction(scope, session -> preemptions.list(session, operation.id()))
                        .chain(rows -> ItemActs.each(open(rows), row -> restore(scope, row)))
                        .map(restored -> join(dropped, restored)));
    }

    private static List<Preemptions.Row> open(List<Preemptions.Row> rows) {
        return rows.stream().filter(row -> row.outcome() == null).toList();
    }

    private static List<ItemResult> join(List<ItemResult> dropped, List<ItemResult> restored) {
        List<ItemResult> all = new ArrayList<>(dropped);
        all.addAll(restored);
        return all;
    }

    /**
     * The same vehicle and driver if they are free; else the request, already first in the queue, waits. One that met another act on its
     * rows stays open for the next look at releases cut short.
     */
    private Uni<ItemResult> restore(Scope scope, Preemptions.Row row) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> life.get(session, row.requestId())
                        .chain(request -> restore(session, scope, row, request)))
                .onFailure(Releasing::isRefusal)
                .recoverWithUni(
                        _ -> transactions.inTransaction(Scope.SYSTEM, session -> settle(session, scope, row, "QUEUED")))
                .map(outcome -> new ItemResult(row.orderId().toString(), row.requestId(), outcome, null))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> ItemActs.refused(row.orderId().toString(), row.requestId(), failure));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException refusal
                && !refusal.problem().code().equals(ScopedTransactions.CHANGED_MEANWHILE);
    }

    private Uni<String> restore(Mutiny.Session session, Scope scope, Preemptions.Row row, UseRequest request) {
        return switch (request.status()) {
            case APPROVED ->
                request.view().departAt().isBefore(clock.instant())
                        ? settle(session, scope, row, "LAPSED")
                        : requisition
                                .restore(session, scope, row.orderId(), row.rodeWith())
                                .invoke(change -> change.push(push))
                                .chain(_ -> settle(session, scope, row, "RESTORED"));
            case ASSIGNED, UNDERWAY, CLOSED -> settle(session, scope, row, "SERVED");
            case SUBMITTED, RETURNED, REJECTED, CANCELLED -> settle(session, scope, row, "LAPSED");
        };
    }

    private Uni<String> settle(Mutiny.Session session, Scope scope, Preemptions.Row row, String outcome) {
        return preemptions
                .settle(session, row.id(), outcome, clock.instant())
                .chain(first -> first
                        ? changes.tell(session, scope, settled(row, outcome))
                        : Uni.createFrom().voidItem())
                .replaceWith(outcome);
    }

    private static StateChange settled(Preemptions.Row row, String outcome) {
        return new StateChange(
                "preemption", row.id(), row.requestId(), row.orderNumber(), "preemption-settled", "PREEMPTED", outcome);
    }
}
