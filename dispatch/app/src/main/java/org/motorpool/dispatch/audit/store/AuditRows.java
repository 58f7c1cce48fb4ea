package org.motorpool.dispatch.audit.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;

/** The audit trail in PostgreSQL; the database gives the time, and its role may not change or delete a row. */
@ApplicationScoped
public class AuditRows {

    private static final String PAGE = "from AuditEntry a where a.unitPath like ?1 and a.id < ?2 order by a.id desc";

    public Uni<Void> add(Mutiny.Session session, Scope caller, String action, String subject) {
        return session.persist(new AuditRow(caller, action, subject));
    }

    public Uni<Void> add(Mutiny.Session session, Scope caller, StateChange change) {
        return session.persist(new AuditRow(caller, change));
    }

    public Uni<List<AuditEntry>> list(Mutiny.Session session, String scopePath, long belowId, int limit) {
        return session.createQuery(PAGE, AuditRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, belowId)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditRow::toEntry).toList());
    }
}
