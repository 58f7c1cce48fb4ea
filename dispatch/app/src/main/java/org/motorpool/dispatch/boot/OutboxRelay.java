package org.motorpool.dispatch.boot;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.EventTarget;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/**
 * Delivers the outbox in order, at least once. One replica at a time holds the advisory lock; what fails to be delivered
 * stays and is tried again.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('motorpool.outbox'))";
    private static final String WAITING = "select id, topic, key, payload from outbox order by id limit 100";
    private static final String DELIVERED = "delete from outbox where id <= ?1";

    private final ScopedTransactions transactions;
    private final EventTarget target;

    OutboxRelay(ScopedTransactions transactions, EventTarget target) {
        this.transactions = transactions;
        this.target = target;
    }

    @Scheduled(every = "0.25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> relay() {
        return transactions
                .inTransaction(Scope.SYSTEM, this::relay)
                .onFailure()
                .invoke(failure -> LOG.warn("outbox not delivered, will try again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> relay(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .getSingleResult()
                .chain(locked ->
                        locked ? deliverWaiting(session) : Uni.createFrom().voidItem());
    }

    private Uni<Void> deliverWaiting(Mutiny.Session session) {
        return session.createNativeQuery(WAITING, Object[].class)
                .getResultList()
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : deliver(session, rows));
    }

    private Uni<Void> deliver(Mutiny.Session session, List<Object[]> rows) {
        Object last = rows.getLast()[0];
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> Uni.createFrom()
                        .completionStage(() -> target.publish((String) row[1], (String) row[2], (String) row[3])))
                .collect()
                .asList()
                .chain(_ -> session.createNativeQuery(DELIVERED)
                        .setParameter(1, last)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
