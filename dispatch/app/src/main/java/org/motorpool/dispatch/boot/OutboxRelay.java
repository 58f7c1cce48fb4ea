package org.motorpool.dispatch.boot;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.EventTarget;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/**
 * Delivers the outbox in order, at least once. One replica at a time holds the advisory lock; what cannot be delivered stays
 * and is tried again.
 */
@Singleton
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final int BATCH = 500;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('motorpool.outbox'))";

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final EventTarget target;

    OutboxRelay(Ticker ticker, ScopedTransactions transactions, EventTarget target) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.target = target;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "outbox relay", this::drain);
    }

    /** Batch after batch, each in a transaction of its own, until one is not full. */
    private Uni<Void> drain() {
        return Uni.createFrom()
                .deferred(() -> transactions.inTransaction(Scope.SYSTEM, this::deliverIfAlone))
                .repeat()
                .whilst(delivered -> delivered == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> deliverIfAlone(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .getSingleResult()
                .chain(alone ->
                        alone ? deliverWaiting(session) : Uni.createFrom().item(0));
    }

    private Uni<Integer> deliverWaiting(Mutiny.Session session) {
        return session.createQuery("from OutboxRow o order by o.id", OutboxRow.class)
                .setMaxResults(BATCH)
                .getResultList()
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : deliver(session, rows));
    }

    /**
     * The records of one key one after the other, those of different keys together. What was delivered is deleted, also when
     * others fail. The target answers on its own thread; the session goes on where it began.
     */
    private Uni<Integer> deliver(Mutiny.Session session, List<OutboxRow> rows) {
        Context context = Vertx.currentContext();
        Queue<Long> delivered = new ConcurrentLinkedQueue<>();
        return Multi.createFrom()
                .iterable(byKey(rows))
                .onItem()
                .transformToUniAndMerge(ofOneKey -> publishInOrder(ofOneKey, delivered))
                .collect()
                .last()
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(_ -> delete(session, List.copyOf(delivered)))
                .map(_ -> delivered.size());
    }

    private static Collection<List<OutboxRow>> byKey(List<OutboxRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.topic + "/" + row.key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Uni<Void> publishInOrder(List<OutboxRow> rows, Queue<Long> delivered) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> publish(row).invoke(() -> delivered.add(row.id)))
                .onFailure()
                .invoke(failure -> LOG.warn("outbox not delivered, will try again", failure))
                .onFailure()
                .recoverWithCompletion()
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> publish(OutboxRow row) {
        return Uni.createFrom().completionStage(() -> target.publish(row.topic, row.key, row.payload));
    }

    private static Uni<Void> delete(Mutiny.Session session, List<Long> delivered) {
        return delivered.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createMutationQuery("delete from OutboxRow o where o.id in ?1")
                        .setParameter(1, delivered)
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
