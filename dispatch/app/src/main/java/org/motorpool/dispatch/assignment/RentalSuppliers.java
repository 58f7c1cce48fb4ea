package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.Rentals;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/** Suppliers under contract 定点租赁供应商: a contract of a unit serves the requests of the units below it. */
@Singleton
public class RentalSuppliers {

    private static final Map<String, Problem> PROBLEMS = Map.of(
            "rental_supplier_once",
            Problem.conflict(
                    "rental-contract-overlaps",
                    "该合同同类车型在此期间已登记，请核对起止日期",
                    "the contract has this class in part of the period already; check the days"));

    private final ScopedTransactions transactions;
    private final Rentals rentals;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    RentalSuppliers(
            ScopedTransactions transactions,
            Rentals rentals,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.rentals = rentals;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Suppliers in scope, newest first. */
    public Uni<List<SupplierFile>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> rentals.listSuppliers(session, scope.unitPath(), before, limit));
    }

    /** Register what a contract rents out; problem {@code rental-contract-overlaps}. */
    public Uni<SupplierFile> add(Scope scope, RentalApi.@Nullable NewSupplier form, @Nullable String key) {
        RentalApi.Supplier view = RentalForms.supplier(form);
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, Fields.required("unitId", form), view.id());
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                wish,
                                () -> add(session, scope, view),
                                before -> rentals.getSupplier(session, before)))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, PROBLEMS));
    }

    private Uni<SupplierFile> add(Mutiny.Session session, Scope scope, RentalApi.Supplier view) {
        return units.get(session, view.unitId())
                .chain(unit -> rentals.addSupplier(
                        session, new SupplierFile(view, unit.path()), scope.username(), clock.instant()))
                .call(added -> changes.tell(
                        session,
                        scope,
                        new StateChange(
                                "rental-supplier",
                                view.id(),
                                view.id(),
                                view.contractNumber(),
                                "rental-supplier-added",
                                null,
                                "%s %s %d".formatted(view.name(), view.bodyType(), view.price_fen_day()))));
    }
}
