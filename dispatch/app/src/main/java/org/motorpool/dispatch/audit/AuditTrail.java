package org.motorpool.dispatch.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.audit.store.AuditRows;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Who did and who looked at what; rows are only ever added (网络安全法 Art. 21: kept at least 6 months). */
@Singleton
public class AuditTrail {

    private final ScopedTransactions transactions;
    private final AuditRows rows;

    AuditTrail(ScopedTransactions transactions, AuditRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** Note an act of the caller, in the transaction of the act. */
    public Uni<Void> note(Mutiny.Session session, Scope caller, String action, String subject) {
        return rows.add(session, caller, action, subject);
    }

    /** Entries of the caller's scope below an id, newest first. */
    public Uni<List<AuditEntry>> list(Scope scope, long belowId, int limit) {
        return transactions.inTransaction(scope, session -> rows.list(session, scope.unitPath(), belowId, limit));
    }
}
