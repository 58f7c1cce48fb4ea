package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.trip.store.Expenses;

/** Expenses 费用 of vehicles, each with its order or the reason why it has none; rows are only ever added. */
@ApplicationScoped
public class ExpenseService {

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final OrderLife orders;
    private final Expenses expenses;
    private final AuditTrail audit;
    private final Clock clock;

    ExpenseService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            OrderLife orders,
            Expenses expenses,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.orders = orders;
        this.expenses = expenses;
        this.audit = audit;
        this.clock = clock;
    }

    /** Record an expense; vehicle and order must be in scope, and the order one of the vehicle. */
    public Uni<Expense> record(Scope scope, @Nullable NewExpense form) {
        NewExpense given = Fields.required("vehicleId", form);
        UUID vehicleId = Fields.required("vehicleId", given.vehicleId());
        Instant now = clock.instant();
        return transactions.inTransaction(scope, session -> vehicles.get(session, vehicleId)
                .chain(vehicle -> record(session, scope, vehicle, ExpenseForm.read(given, vehicle, now))));
    }

    private Uni<Expense> record(Mutiny.Session session, Scope scope, VehicleFile vehicle, NewExpense expense) {
        return requireItsOrder(session, vehicle, expense.orderId())
                .chain(_ -> expenses.add(session, vehicle, expense, scope.username(), clock.instant()))
                .call(added -> audit.note(
                        session, scope, "expense-recorded", added.id().toString()));
    }

    private Uni<Void> requireItsOrder(Mutiny.Session session, VehicleFile vehicle, @Nullable UUID orderId) {
        return orderId == null
                ? Uni.createFrom().voidItem()
                : orders.get(session, orderId)
                        .invoke(order -> {
                            if (!order.view().vehicleId().equals(vehicle.id())) {
                                throw Fields.bad(
                                        "orderId",
                                        "派车单 %s 不是车辆 %s 的"
                                                .formatted(order.view().number(), vehicle.plate()),
                                        "order %s is not of vehicle %s"
                                                .formatted(order.view().number(), vehicle.plate()));
                            }
                        })
                        .replaceWithVoid();
    }

    /** Expenses of units in scope; those of confidential vehicles are in the sums only. */
    public Uni<List<Expense>> list(Scope scope, ExpenseFilter filter) {
        return transactions.inTransaction(scope, session -> expenses.list(session, scope.unitPath(), filter));
    }
}
