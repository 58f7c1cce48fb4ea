package org.motorpool.dispatch.settlement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.CreditsDue;
import org.motorpool.dispatch.settlement.store.Statements;

/**
 * Takes back what was charged for an expense that was cancelled afterwards, by a credit note 红字, once its statement is issued. It is due
 * in the database, as charging is.
 */
@Singleton
class Crediting {

    private static final Logger LOG = Logger.getLogger(Crediting.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(20);
    private static final int BATCH = 50;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final CreditsDue due;
    private final Statements statements;
    private final DisputeActs credits;
    private final Push push;
    private final Clock clock;

    Crediting(
            Ticker ticker,
            ScopedTransactions transactions,
            CreditsDue due,
            Statements statements,
            DisputeActs credits,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.due = due;
        this.statements = statements;
        this.credits = credits;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "credits of cancelled expenses", this::creditDue);
    }

    private Uni<Void> creditDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> due.claim(session, now, now.plus(RETRY), BATCH))
                .chain(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(id -> credit(id).replaceWith(true))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> credit(UUID expenseId) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> due.lock(session, expenseId)
                        .chain(found -> found.map(charge -> credit(session, expenseId, charge))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .invoke(credited -> credited.ifPresent(statement -> push.tell(statement.change())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("expense %s not taken back, will try again: %s", expenseId, failure);
                    return transactions.inTransaction(
                            Scope.SYSTEM, session -> due.failed(session, expenseId, String.valueOf(failure)));
                });
    }

    /** The statement it was taken back from; empty when nothing is to be taken back, or not yet. */
    private Uni<Optional<DrawnStatement>> credit(Mutiny.Session session, UUID expenseId, CancelledCharge charge) {
        if (charge.isDone()) {
            return due.done(session, expenseId).replaceWith(Optional.empty());
        }
        return charge.issued()
                ? takeBack(session, expenseId, charge)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<DrawnStatement>> takeBack(Mutiny.Session session, UUID expenseId, CancelledCharge charge) {
        UUID statementId = Objects.requireNonNull(charge.statementId());
        DisputeActs.Taking taking = new DisputeActs.Taking(
                Objects.requireNonNull(charge.lineId()), charge.left_fen(), "费用已取消：" + charge.reason());
        return statements
                .lock(session, statementId)
                .map(found -> found.orElseThrow(() -> StatementService.unknown(statementId)))
                .call(statement -> credits.credit(session, Scope.SYSTEM, statement, taking))
                .call(_ -> due.done(session, expenseId))
                .chain(_ -> statements.find(session, statementId));
    }
}
