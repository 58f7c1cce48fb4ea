package org.motorpool.dispatch.federation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.federation.store.Bills;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** When a month or a matter is over, its bill across regions is drawn up; again and again without a second one. */
@Singleton
class BillEnds {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int BATCH = 100;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Bills bills;
    private final BillDrawing drawing;
    private final Clock clock;

    BillEnds(Ticker ticker, ScopedTransactions transactions, Bills bills, BillDrawing drawing, Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.bills = bills;
        this.drawing = drawing;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "bills across regions", this::drawUpDue);
    }

    private Uni<Void> drawUpDue() {
        Instant now = clock.instant();
        LocalDate thisMonth = Days.today(clock).withDayOfMonth(1);
        return drawUp(session -> bills.listMonthsDue(session, Days.start(thisMonth), thisMonth.minusMonths(1), BATCH))
                .chain(() -> drawUp(session -> bills.listMattersDue(session, now, BATCH)));
    }

    private Uni<Void> drawUp(Function<Mutiny.Session, Uni<List<ToCollect>>> which) {
        return transactions
                .inTransaction(Scope.SYSTEM, which)
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
