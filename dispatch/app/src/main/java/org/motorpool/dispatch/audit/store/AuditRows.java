package org.motorpool.dispatch.audit.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;

/** The audit trail in PostgreSQL; the database gives the time, and its role may not change or delete a row. */
@ApplicationScoped
public class AuditRows {

    private static final String PAGE = "from AuditEntry a where a.unitPath like ?1 and a.id < ?2 order by a.id desc";

    private static final String TELL = """
            with told as (
                insert into audit_entry (username, unit_path, origin, action, subject, subject_kind, subject_id, before, after)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))
            insert into outbox (topic, key, payload) values (?10, ?11, ?12)""";
    private static final String TELL_BOTH = TELL + ", (?10, ?11, ?13)";

    public Uni<Void> add(Mutiny.Session session, Scope caller, String action, String subject) {
        return session.persist(new AuditRow(caller, action, subject));
    }

    /** A change, and the event that tells of it, in one statement. */
    public Uni<Void> add(Mutiny.Session session, Scope caller, StateChange change, Outbox.Letter event) {
        return write(session.createNativeQuery(TELL), caller, change, event);
    }

    /** A change with two events of the same key; {@code first} goes first. */
    public Uni<Void> add(
            Mutiny.Session session, Scope caller, StateChange change, Outbox.Letter first, Outbox.Letter event) {
        return write(session.createNativeQuery(TELL_BOTH).setParameter(13, event.payload()), caller, change, first);
    }

    private static Uni<Void> write(Mutiny.Query<?> statement, Scope caller, StateChange change, Outbox.Letter event) {
        return statement
                .setParameter(1, caller.username())
                .setParameter(2, caller.unitPath())
                .setParameter(3, caller.origin())
                .setParameter(4, change.action())
                .setParameter(5, change.number())
                .setParameter(6, change.kind())
                .setParameter(7, change.id())
                .setParameter(8, change.before())
                .setParameter(9, change.after())
                .setParameter(10, event.topic())
                .setParameter(11, event.key())
                .setParameter(12, event.payload())
                .executeUpdate()
                .replaceWithVoid();
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
