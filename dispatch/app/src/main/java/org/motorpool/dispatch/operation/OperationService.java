package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.contract.OperationApi.Board;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.NewOperation;
import org.motorpool.dispatch.contract.OperationApi.Operation;
import org.motorpool.dispatch.contract.OperationApi.Preempted;
import org.motorpool.dispatch.contract.OperationApi.Preview;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.operation.store.Preemptions;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.BusinessNumbers;

/** Operations as people plan and watch them: drafts, previews, boards. */
@Singleton
public class OperationService {

    private final ScopedTransactions transactions;
    private final OperationDesk desk;
    private final Operations operations;
    private final Items items;
    private final Preemptions preemptions;
    private final Mobilising mobilising;
    private final UnitService units;
    private final BusinessNumbers numbers;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    OperationService(
            ScopedTransactions transactions,
            OperationDesk desk,
            Operations operations,
            Items items,
            Preemptions preemptions,
            Mobilising mobilising,
            UnitService units,
            BusinessNumbers numbers,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.operations = operations;
        this.items = items;
        this.preemptions = preemptions;
        this.mobilising = mobilising;
        this.units = units;
        this.numbers = numbers;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Draft an operation, once per key; an emergency is declared by a fleet officer only. */
    public Uni<OperationFile> draft(Scope scope, @Nullable NewOperation form, @Nullable String key) {
        NewOperation given = check(scope, Fields.required("unitId", form));
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, given, id),
                                () -> draft(session, scope, id, given),
                                before -> desk.get(session, before)))
                .invoke(operation -> push.tell(operation.change()));
    }

    private Uni<OperationFile> draft(Mutiny.Session session, Scope scope, UUID id, NewOperation given) {
        return units.getActive(session, given.unitId())
                .chain(unit -> numbers.next(session, given.plan() == null ? "ZD" : "HD", unit.regionCode())
                        .chain(number -> operations.add(session, file(scope, id, number, unit, given))))
                .call(added -> changes.tell(session, scope, OperationDesk.change("operation-drafted", null, added)));
    }

    private NewOperation check(Scope scope, NewOperation given) {
        Fields.required("unitId", given.unitId());
        Fields.text("name", given.name(), 100);
        if ((given.plan() == null) == (given.mobilisation() == null)) {
            throw Fields.bad("plan", "与 mobilisation 须且只须填写一项", "or mobilisation must be given, not both");
        }
        if (given.plan() != null) {
            PlanRules.require(given.plan());
        } else {
            requireOfficer(scope);
            MobilisationRules.require(given.mobilisation(), clock.instant());
        }
        return given;
    }

    private static void requireOfficer(Scope scope) {
        if (!scope.roles().contains("FLEET_OFFICER")) {
            throw Problem.forbidden("应急征调须由车管人员宣布", "an emergency mobilisation is declared by a fleet officer")
                    .asException();
        }
    }

    private OperationFile file(Scope scope, UUID id, String number, Unit unit, NewOperation given) {
        Operation view = new Operation(
                id,
                number,
                given.plan() == null ? "MOBILISATION" : "EVENT",
                given.name().strip(),
                unit.id(),
                unit.name(),
                OperationStatus.DRAFT.name(),
                given.plan(),
                given.mobilisation(),
                scope.username(),
                clock.instant(),
                null,
                null,
                null,
                null,
                0);
        return new OperationFile(view, unit.path(), unit.regionCode(), scope.accountId());
    }

    /** Change an event's plan; the next commit re-expands what changed. */
    public Uni<OperationFile> replan(Scope scope, UUID id, @Nullable EventPlan plan, IfMatch ifMatch) {
        EventPlan checked = PlanRules.require(plan);
        return desk.act(
                new OperationDesk.Act(scope, id, "operation-replanned", checked, null, ifMatch),
                (session, operation) -> {
                    operation.requirePlan();
                    operation.require(
                            List.of(OperationStatus.DRAFT, OperationStatus.COMMITTED, OperationStatus.APPROVED));
                    return operations.replan(session, id, checked);
                });
    }

    /** Operations in scope, the newest first. */
    public Uni<List<OperationFile>> list(Scope scope, List<OperationStatus> statuses, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> operations.list(session, scope.unitPath(), statuses, before, limit));
    }

    /** The board: progress by slot, and what was preempted. */
    public Uni<Board> board(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> desk.get(session, id)
                .chain(operation -> items.progress(session, id).chain(slots -> preemptions
                        .list(session, id)
                        .map(rows -> new Board(
                                operation.view(),
                                slots,
                                rows.stream().map(OperationService::preempted).toList())))));
    }

    private static Preempted preempted(Preemptions.Row row) {
        return new Preempted(row.orderId(), row.orderNumber(), row.requestId(), row.vehicleId(), row.outcome());
    }

    /** What a commit would do; nothing is written. */
    public Uni<Preview> preview(Scope scope, UUID id) {
        return transactions.inTransaction(
                scope, session -> desk.get(session, id).chain(operation -> {
                    Mobilisation mobilisation = operation.view().mobilisation();
                    return mobilisation == null
                            ? items.list(session, id)
                                    .map(kept -> Difference.of(operation, kept).preview())
                            : mobilising.preview(session, scope, operation);
                }));
    }
}
