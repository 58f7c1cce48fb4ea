package org.motorpool.dispatch.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.audit.store.AuditRows;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.organisation.Scope;

/** Where every change of state is told: to the audit trail and, through the outbox, to the stream. Pushes follow the commit. */
@Singleton
public class Changes {

    private final AuditRows rows;
    private final Outbox outbox;
    private final Clock clock;

    Changes(AuditRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tell of a change, in its transaction. */
    public Uni<Void> tell(Mutiny.Session session, Scope by, StateChange change) {
        return rows.add(session, by, change, outbox.letter(event(by, change)));
    }

    /** Tell of a change that has an event of its own beside {@code state-changed}, in its transaction. */
    public Uni<Void> tell(Mutiny.Session session, Scope by, StateChange change, DispatchEvent own) {
        if (!own.key().equals(change.chainId())) {
            throw new IllegalArgumentException("%s belongs to %s, its change to %s"
                    .formatted(own.getClass().getSimpleName(), own.key(), change.chainId()));
        }
        return rows.add(session, by, change, outbox.letter(own), outbox.letter(event(by, change)));
    }

    private DispatchEvent event(Scope by, StateChange change) {
        return new DispatchEvent.StateChanged(
                Ids.next(),
                change.chainId(),
                clock.instant(),
                change.kind(),
                change.id(),
                change.number(),
                change.action(),
                change.before(),
                change.after(),
                by.username());
    }
}
