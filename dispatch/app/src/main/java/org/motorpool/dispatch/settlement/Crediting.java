package org.motorpool.dispatch.settlement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.organisation.Due;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.CancelledCharges;
import org.motorpool.dispatch.settlement.store.Statements;

/**
 * Takes back what was charged for an expense that was cancelled afterwards, by a credit note 红字, once its statement is issued. It is due
 * in the database, as charging is.
 */
@Singleton
class Crediting {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final CancelledCharges cancelled;
    private final Statements statements;
    private final DisputeActs credits;
    private final Push push;
    private final Clock clock;
    private final Due due = new Due("credit_due", "expense_id", Duration.ofSeconds(20));

    Crediting(
            Ticker ticker,
            ScopedTransactions transactions,
            CancelledCharges cancelled,
            Statements statements,
            DisputeActs credits,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.cancelled = cancelled;
        this.statements = statements;
        this.credits = credits;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "credits of cancelled expenses", () -> due.work(transactions, clock, this::credit));
    }

    private Uni<Void> credit(UUID expenseId) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> due.lock(session, expenseId)
                        .chain(waits -> waits
                                ? cancelled.get(session, expenseId).chain(charge -> credit(session, expenseId, charge))
                                : Uni.createFrom().<Optional<DrawnStatement>>item(Optional.empty())))
                .invoke(credited -> credited.ifPresent(statement -> push.tell(statement.change())))
                .replaceWithVoid();
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
