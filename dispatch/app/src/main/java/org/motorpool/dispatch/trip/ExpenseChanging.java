package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ExpenseApi;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.trip.store.Expenses;

/** What was recorded wrongly is corrected or cancelled with a reason; what it was before stays in the audit trail. */
@Singleton
public class ExpenseChanging {

    private static final int LONGEST_REASON = 500;

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final ExpenseLinks links;
    private final Expenses expenses;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    ExpenseChanging(
            ScopedTransactions transactions,
            VehicleService vehicles,
            ExpenseLinks links,
            Expenses expenses,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.links = links;
        this.expenses = expenses;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Correct; problems {@code expense-unknown}, {@code expense-cancelled}, {@code invoice-duplicate}, the bad field. */
    public Uni<Expense> correct(Scope scope, UUID id, ExpenseApi.@Nullable Correction form, IfMatch ifMatch) {
        ExpenseApi.Correction correction = Fields.required("expense", form);
        NewExpense given = Fields.required("expense", correction.expense());
        Expenses.Change change = change(scope, correction.reason());
        return transactions.inTransaction(
                scope,
                session -> changing(
                        session, scope, id, ifMatch, "expense-corrected", before -> read(session, before, given)
                                .chain(corrected -> expenses.correct(session, id, corrected, change))));
    }

    private Uni<NewExpense> read(Mutiny.Session session, Expense before, NewExpense given) {
        if (!before.vehicleId().equals(given.vehicleId())) {
            throw Fields.bad("vehicleId", "不能改为另一车辆，请取消后重新登记", "stays the same; cancel the expense and record it anew");
        }
        if (!Objects.equals(before.odometer_km(), given.odometer_km())) {
            throw Fields.bad("odometer_km", "里程读数请在里程表记录中更正", "is corrected in the vehicle's odometer log");
        }
        return vehicles.get(session, before.vehicleId())
                .chain(vehicle -> links.complete(session, vehicle, ExpenseForm.read(given, vehicle, clock.instant())));
    }

    /** Cancel, once per key: the expense stays on file and counts nowhere. */
    public Uni<Expense> cancel(Scope scope, UUID id, @Nullable String reason, @Nullable String key, IfMatch ifMatch) {
        Expenses.Change change = change(scope, reason);
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("expense-cancel", id, change.reason()), id);
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        wish,
                        () -> changing(
                                session,
                                scope,
                                id,
                                ifMatch,
                                "expense-cancelled",
                                _ -> expenses.cancel(session, id, change)),
                        _ -> expenses.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)))));
    }

    private Uni<Expense> changing(
            Mutiny.Session session,
            Scope scope,
            UUID id,
            IfMatch ifMatch,
            String action,
            Function<Expense, Uni<Expense>> change) {
        return expenses.lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(ifMatch::require)
                .invoke(ExpenseChanging::requireOpen)
                .invoke(ExpenseChanging::requireOfVehicle)
                .chain(before -> change.apply(before)
                        .call(after -> changes.tell(session, scope, change(action, before, after))));
    }

    private Expenses.Change change(Scope scope, @Nullable String reason) {
        return new Expenses.Change(Fields.text("reason", reason, LONGEST_REASON), scope.username(), clock.instant());
    }

    private static void requireOpen(Expense expense) {
        if (expense.status().equals("CANCELLED")) {
            throw Problem.conflict("expense-cancelled", "该费用已取消，请重新登记", "the expense is cancelled; record it anew")
                    .asException();
        }
    }

    /** What a rental cost is what its order says. */
    private static void requireOfVehicle(Expense expense) {
        if (expense.rentalOrderId() != null) {
            throw Problem.conflict(
                            "expense-of-rental",
                            "该费用来自租赁派车单 %s，不能单独更正或取消".formatted(expense.rentalOrderId()),
                            "the expense is of rental order %s and is not changed by itself"
                                    .formatted(expense.rentalOrderId()))
                    .asException();
        }
    }

    static StateChange change(String action, @Nullable Expense before, Expense after) {
        return new StateChange(
                "expense",
                after.id(),
                after.orderId() == null ? after.id() : after.orderId(),
                Objects.requireNonNullElse(after.invoiceNumber(), after.kind()),
                action,
                before == null ? null : told(before),
                told(after));
    }

    private static String told(Expense expense) {
        return "%s %s %d fen at %s, %s, invoice %s, order %s"
                .formatted(
                        expense.status(),
                        expense.kind(),
                        expense.amount_fen(),
                        expense.incurredAt(),
                        expense.supplier(),
                        expense.invoiceNumber(),
                        expense.orderId());
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "expense-unknown",
                        "费用 %s 不存在或不在您的管理范围内".formatted(id),
                        "expense %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
