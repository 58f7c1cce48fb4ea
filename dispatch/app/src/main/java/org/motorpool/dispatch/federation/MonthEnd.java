package org.motorpool.dispatch.federation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.federation.store.Bills;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** When a month is over, its bills across regions are drawn up; again and again without a second one. */
@Singleton
class MonthEnd {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Bills bills;
    private final BillDrawing drawing;
    private final Clock clock;

    MonthEnd(Ticker ticker, ScopedTransactions transactions, Bills bills, BillDrawing drawing, Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.bills = bills;
        this.drawing = drawing;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "monthly bills across regions", this::drawUpDue);
    }

    private Uni<Void> drawUpDue() {
        LocalDate thisMonth = Days.today(clock).withDayOfMonth(1);
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session -> bills.listDue(session, Days.start(thisMonth), thisMonth.minusMonths(1), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(wanted -> transactions.inTransaction(
                                Scope.SYSTEM, session -> drawing.drawUp(session, Scope.SYSTEM, Ids.next(), wanted)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }
}
