package org.motorpool.dispatch.settlement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Due;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.Bases;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.sharing.Tariff;

/**
 * Charges orders of lent vehicles when they end. They are due in the database, not in memory: none is forgotten, and none is charged
 * twice.
 */
@Singleton
class Charging {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final OrderLife orders;
    private final Bases bases;
    private final UseCharges uses;
    private final Charges charges;
    private final DrawingUp drawing;
    private final Changes changes;
    private final Clock clock;
    private final Due due = new Due("charge_due", "order_id", Duration.ofMinutes(1));

    Charging(
            Ticker ticker,
            ScopedTransactions transactions,
            OrderLife orders,
            Bases bases,
            UseCharges uses,
            Charges charges,
            DrawingUp drawing,
            Changes changes,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.orders = orders;
        this.bases = bases;
        this.uses = uses;
        this.charges = charges;
        this.drawing = drawing;
        this.changes = changes;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "charging", () -> due.work(transactions, clock, this::charge));
    }

    private Uni<Void> charge(UUID orderId) {
        return transactions.inTransaction(Scope.SYSTEM, session -> due.lock(session, orderId)
                .chain(waits ->
                        waits ? charge(session, orderId) : Uni.createFrom().voidItem()));
    }

    /** An order without a basis is of before there was sharing, one without a tariff is explicitly free. */
    private Uni<Void> charge(Mutiny.Session session, UUID orderId) {
        return bases.find(session, orderId)
                .chain(found -> found.map(
                                basis -> orders.get(session, orderId).chain(order -> charge(session, order, basis)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> due.done(session, orderId));
    }

    private Uni<Void> charge(Mutiny.Session session, VehicleOrder order, Basis basis) {
        return uses.tariff(session, basis).chain(tariff -> uses.price(session, order, basis, tariff)
                .chain(use -> use.map(priced -> charge(session, order, basis, tariff, priced))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> charge(Mutiny.Session session, VehicleOrder order, Basis basis, Tariff tariff, UseToCharge use) {
        return uses.terms(session, order, basis, tariff)
                .chain(terms -> charges.add(session, order.view(), terms, use, clock.instant())
                        .chain(() -> changes.tell(session, Scope.SYSTEM, told(order, use)))
                        .chain(() -> drawing.afterCharge(session, order.view(), terms)));
    }

    private static StateChange told(VehicleOrder order, UseToCharge use) {
        return new StateChange(
                "charge",
                order.id(),
                order.view().requestId(),
                order.view().number(),
                "order-charged",
                null,
                "%s %d fen".formatted(use.kind(), use.total_fen()));
    }
}
