package org.motorpool.dispatch.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.SettlementApi.Charge;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.settlement.store.Disputes;
import org.motorpool.dispatch.settlement.store.Ledgers;
import org.motorpool.dispatch.settlement.store.Statements;

/** Charges, statements 结算单 and the account between two units, as both parties read them; nobody else does. */
@Singleton
public class StatementService {

    private final ScopedTransactions transactions;
    private final Statements statements;
    private final Disputes disputes;
    private final Charges charges;
    private final Ledgers ledgers;

    StatementService(
            ScopedTransactions transactions,
            Statements statements,
            Disputes disputes,
            Charges charges,
            Ledgers ledgers) {
        this.transactions = transactions;
        this.statements = statements;
        this.disputes = disputes;
        this.charges = charges;
        this.ledgers = ledgers;
    }

    /** Statements and credit notes the caller's units are a party of, newest first. */
    public Uni<List<DrawnStatement>> list(Scope scope, StatementFilter filter) {
        return transactions.inTransaction(scope, session -> statements.list(session, scope.unitPath(), filter));
    }

    /** The statement with all that belongs to it; fails with problem {@code statement-unknown}. */
    public Uni<StatementFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    Uni<StatementFile> get(Mutiny.Session session, UUID id) {
        return statements
                .find(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(statement -> file(session, statement));
    }

    private Uni<StatementFile> file(Mutiny.Session session, DrawnStatement statement) {
        UUID id = statement.id();
        return statements.listLines(session, id).chain(lines -> disputes.list(session, id)
                .chain(disputed -> statements
                        .listCreditNotes(session, id)
                        .map(notes -> new StatementFile(
                                statement.view(),
                                lines,
                                disputed,
                                notes.stream().map(DrawnStatement::view).toList()))));
    }

    /** Charges the caller's units are a party of, newest first. */
    public Uni<List<Charge>> listCharges(Scope scope, ChargeFilter filter) {
        return transactions.inTransaction(scope, session -> charges.list(session, scope.unitPath(), filter));
    }

    /** The charge; fails with problem {@code charge-unknown}. */
    public Uni<Charge> getCharge(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> charges.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "charge-unknown",
                                "费用 %s 不存在或不在您的管理范围内".formatted(id),
                                "charge %s does not exist or is outside your scope".formatted(id))
                        .asException())));
    }

    /** The sums of an account, and its lines after {@code after}. */
    public Uni<Account> account(Scope scope, LedgerQuestion question, UUID after, int limit) {
        return transactions.inTransaction(scope, session -> ledgers.sums(session, question)
                .chain(sums -> ledgers.list(session, question, after, limit)
                        .map(lines -> new Account(
                                question, sums.charged_fen(), sums.credited_fen(), sums.settled_fen(), lines))));
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "statement-unknown",
                        "结算单 %s 不存在或不在您的管理范围内".formatted(id),
                        "statement %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
