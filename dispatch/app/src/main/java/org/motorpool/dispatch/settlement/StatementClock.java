package org.motorpool.dispatch.settlement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.Statements;

/** Silence is consent: a statement nobody answered by its dispute clock is confirmed, once, whichever replica looks. */
@Singleton
class StatementClock {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int BATCH = 50;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Statements statements;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    StatementClock(
            Ticker ticker,
            ScopedTransactions transactions,
            Statements statements,
            Changes changes,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.statements = statements;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "dispute clock", this::confirmDue);
    }

    Uni<Void> confirmDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> statements.listUnanswered(session, now, BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(id -> confirm(id, now))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Optional<DrawnStatement>> confirm(UUID id, Instant now) {
        return transactions
                .inTransaction(
                        Scope.SYSTEM, session -> statements.lock(session, id).chain(found -> found.filter(
                                        statement -> isDue(statement, now))
                                .map(statement -> confirm(session, statement, now))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .invoke(confirmed -> confirmed.ifPresent(statement -> push.tell(statement.change())));
    }

    private Uni<Optional<DrawnStatement>> confirm(Mutiny.Session session, DrawnStatement statement, Instant now) {
        return statements
                .confirm(session, statement.id(), Scope.SYSTEM.username(), now)
                .call(after -> changes.tell(
                        session, Scope.SYSTEM, StatementActs.change(statement, after, "statement-confirmed-by-clock")))
                .map(Optional::of);
    }

    private static boolean isDue(DrawnStatement statement, Instant now) {
        return statement.status() == StatementStatus.ISSUED
                && !statement.view().confirmBy().isAfter(now);
    }
}
