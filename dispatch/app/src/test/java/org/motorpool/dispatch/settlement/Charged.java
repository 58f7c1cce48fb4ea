package org.motorpool.dispatch.settlement;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Object mother: charges of an order, as settlement makes them, without a trip. */
@ApplicationScoped
public class Charged {

    private final ScopedTransactions transactions;
    private final OrderLife orders;
    private final Charges charges;
    private final DrawingUp drawing;

    Charged(ScopedTransactions transactions, OrderLife orders, Charges charges, DrawingUp drawing) {
        this.transactions = transactions;
        this.orders = orders;
        this.charges = charges;
        this.drawing = drawing;
    }

    /** 30 km at 1.80 CNY and a toll of 15 CNY: 69.00 CNY. */
    public static List<LineToCharge> thirtyKilometres() {
        return List.of(
                new LineToCharge("DISTANCE", new BigDecimal("30"), "km", 180L, 5400, "odometer 1000-1030", null),
                new LineToCharge("TOLL", BigDecimal.ONE, "item", null, 1500, "=1+1 invoice", null));
    }

    void charge(String orderId, Unit payer, Unit payee, SettlementMode mode, Instant usedAt) {
        charge(orderId, payer, payee, mode, usedAt, thirtyKilometres());
    }

    void charge(String orderId, Unit payer, Unit payee, SettlementMode mode, Instant usedAt, List<LineToCharge> lines) {
        UseToCharge use = new UseToCharge(ChargeKind.USE, usedAt.minusSeconds(3600), usedAt, 30_000L, lines);
        Terms terms = new Terms(payer, payee, null, null, UUID.fromString(orderId), 1, mode, 10);
        inSystem(session -> orders.get(session, UUID.fromString(orderId))
                .map(VehicleOrder::view)
                .chain(order -> charges.add(session, order, terms, use, usedAt)
                        .chain(() -> drawing.afterCharge(session, order, terms))));
    }

    <T> T inSystem(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
