package org.motorpool.dispatch.audit.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;

/** The audit trail in PostgreSQL; the database gives the time, and its role may not change or delete a row. */
@Singleton
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
        return PlainSql.update(session, TELL, values(caller, change, event)).replaceWithVoid();
    }

    /** A change with two events of the same key; {@code first} goes first. */
    public Uni<Void> add(
            Mutiny.Session session, Scope caller, StateChange change, Outbox.Letter first, Outbox.Letter event) {
        @Nullable Object[] values = values(caller, change, first);
        @Nullable Object[] both = Arrays.copyOf(values, values.length + 1);
        both[values.length] = event.payload();
        return PlainSql.update(session, TELL_BOTH, both).replaceWithVoid();
    }

    private static @Nullable Object[] values(Scope caller, StateChange change, Outbox.Letter event) {
        return new @Nullable Object[] {
            caller.username(),
            caller.unitPath(),
            caller.origin(),
            change.action(),
            change.number(),
            change.kind(),
            change.id(),
            change.before(),
            change.after(),
            event.topic(),
            event.key(),
            event.payload()
        };
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
