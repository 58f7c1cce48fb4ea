package org.motorpool.dispatch.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Who did and who looked at what; rows are only ever added (网络安全法 Art. 21: kept at least 6 months). */
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT =
            "insert into audit_entry (username, unit_path, action, subject) values (?1, ?2, ?3, ?4)";
    private static final String PAGE =
            "select id, at, username, action, subject from audit_entry where id < ?1 order by id desc limit ?2";

    /** One entry, for people. */
    public record Entry(long id, Instant at, String username, String action, String subject) {}

    private final ScopedTransactions transactions;

    AuditTrail(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /** Note an act of the caller, in the transaction of the act. */
    public Uni<Void> note(Mutiny.Session session, Scope caller, String action, String subject) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, caller.username())
                .setParameter(2, caller.unitPath())
                .setParameter(3, action)
                .setParameter(4, subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Entries of the caller's scope below an id, newest first. */
    public Uni<List<Entry>> list(Scope scope, long belowId, int limit) {
        return transactions.inTransaction(scope, session -> session.createNativeQuery(PAGE, Object[].class)
                .setParameter(1, belowId)
                .setParameter(2, limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditTrail::entry).toList()));
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                ((Number) row[0]).longValue(), (Instant) row[1], (String) row[2], (String) row[3], (String) row[4]);
    }
}
