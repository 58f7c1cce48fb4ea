package org.motorpool.dispatch.federation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Silence is consent: a bill that nobody at home answered in time is confirmed, unless home reckons another price. */
@Singleton
class BillClock {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int BATCH = 50;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Cases cases;
    private final Conversation conversation;
    private final Push push;
    private final Clock clock;

    BillClock(
            Ticker ticker,
            ScopedTransactions transactions,
            Cases cases,
            Conversation conversation,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.cases = cases;
        this.conversation = conversation;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "bill clock", this::confirmDue);
    }

    private Uni<Void> confirmDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> cases.listUnanswered(session, now, BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(id -> confirm(id, now))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<ServiceCase> confirm(UUID id, Instant now) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> cases.lock(session, id)
                        .map(found -> found.orElseThrow())
                        .chain(side -> isDue(side, now)
                                ? conversation.carryOut(
                                        session,
                                        Scope.SYSTEM,
                                        side,
                                        HomeLogic.confirmBill(side, true),
                                        "case-bill-confirmed-by-clock")
                                : Uni.createFrom().item(side)))
                .invoke(side -> push.tell(CaseView.change(side)));
    }

    private static boolean isDue(ServiceCase side, Instant now) {
        return side.status() == CaseStatus.BILLED
                && !side.billDiffers()
                && side.confirmBy().map(until -> !until.isAfter(now)).orElse(false);
    }
}
