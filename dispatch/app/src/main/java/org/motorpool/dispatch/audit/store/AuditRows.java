package org.motorpool.dispatch.audit.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.organisation.Scope;

/** The audit trail in PostgreSQL; the database gives the time, and its role may not change or delete a row. */
@ApplicationScoped
public class AuditRows {

    public Uni<Void> add(Mutiny.Session session, Scope caller, String action, String subject) {
        return session.persist(new AuditRow(caller, action, subject));
    }

    public Uni<List<AuditEntry>> list(Mutiny.Session session, long belowId, int limit) {
        return session.createQuery("from AuditEntry a where a.id < ?1 order by a.id desc", AuditRow.class)
                .setParameter(1, belowId)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditRow::toEntry).toList());
    }
}
