package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.trip.store.Expenses;

/** Expenses 费用 of vehicles, each with its trip, its order, or the reason why it has none. */
@Singleton
public class ExpenseService {

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final ExpenseLinks links;
    private final Expenses expenses;
    private final OdometerLog odometer;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    ExpenseService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            ExpenseLinks links,
            Expenses expenses,
            OdometerLog odometer,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.links = links;
        this.expenses = expenses;
        this.odometer = odometer;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Record an expense, once per key; vehicle, order and trip must be in scope, and order and trip the vehicle's. */
    public Uni<Expense> record(Scope scope, @Nullable NewExpense form, @Nullable String key) {
        NewExpense given = Fields.required("vehicleId", form);
        UUID vehicleId = Fields.required("vehicleId", given.vehicleId());
        UUID id = Ids.next();
        Instant now = clock.instant();
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(scope.accountId(), key, given, id),
                        () -> vehicles.get(session, vehicleId)
                                .chain(vehicle ->
                                        record(session, scope, id, vehicle, ExpenseForm.read(given, vehicle, now))),
                        before -> expenses.find(session, before)
                                .map(found -> found.orElseThrow(() -> ExpenseChanging.unknown(before)))));
    }

    private Uni<Expense> record(Mutiny.Session session, Scope scope, UUID id, VehicleFile vehicle, NewExpense expense) {
        return queueUp(session, expense)
                .chain(() -> links.complete(session, vehicle, expense))
                .chain(complete -> expenses.add(session, id, vehicle, complete, scope.username(), clock.instant()))
                .call(added -> read(session, scope, added))
                .call(added -> changes.tell(session, scope, ExpenseChanging.change("expense-recorded", null, added)));
    }

    /** Before the row that refers to the vehicle, as everybody who reads an odometer. */
    private Uni<Void> queueUp(Mutiny.Session session, NewExpense expense) {
        return expense.odometer_km() == null
                ? Uni.createFrom().voidItem()
                : odometer.queueUp(session, expense.vehicleId());
    }

    private Uni<Void> read(Mutiny.Session session, Scope scope, Expense expense) {
        Long odometer_km = expense.odometer_km();
        return odometer_km == null
                ? Uni.createFrom().voidItem()
                : odometer.add(
                                session,
                                expense.vehicleId(),
                                odometer.reading(
                                        expense.vehicleId(),
                                        expense.incurredAt(),
                                        odometer_km,
                                        "EXPENSE",
                                        expense.id(),
                                        scope.username()))
                        .replaceWithVoid();
    }

    /** What was paid for the order and stands, the first first. */
    public Uni<List<Expense>> listOfOrder(Mutiny.Session session, UUID orderId) {
        return expenses.listOfOrder(session, orderId);
    }

    /** Expenses of units in scope; those of confidential vehicles are in the sums only. */
    public Uni<List<Expense>> list(Scope scope, ExpenseFilter filter) {
        return transactions.inTransaction(scope, session -> expenses.list(session, scope.unitPath(), filter));
    }
}
