package org.motorpool.dispatch.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Work that the database writes down as due, in a table with {@code due_at}, {@code attempts} and {@code problem}: each is done in
 * transactions of its own, and what fails is tried again.
 */
public final class Due {

    private static final Logger LOG = Logger.getLogger(Due.class);
    private static final int BATCH = 50;

    /** Another replica that claims at the same time takes others. */
    private static final String CLAIM = """
            update %1$s set due_at = ?2, attempts = attempts + 1
            where %2$s in (select %2$s from %1$s where due_at <= ?1 order by due_at limit ?3 for update skip locked)
            returning %2$s
            """;

    private static final String LOCK = "select %2$s from %1$s where %2$s = ?1 for update";
    private static final String DONE = "delete from %1$s where %2$s = ?1";
    private static final String FAILED = "update %1$s set problem = ?2 where %2$s = ?1";

    private final String table;
    private final String key;
    private final Duration retry;

    /**
     * @param key column of what is due
     * @param retry what is not done by then is tried again
     */
    public Due(String table, String key, Duration retry) {
        this.table = table;
        this.key = key;
        this.retry = retry;
    }

    /** Does what is due now, one after the other. */
    public Uni<Void> work(ScopedTransactions transactions, Clock clock, Function<UUID, Uni<Void>> each) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> session.createNativeQuery(of(CLAIM), UUID.class)
                        .setParameter(1, now)
                        .setParameter(2, now.plus(retry))
                        .setParameter(3, BATCH)
                        .getResultList())
                .chain(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(
                                id -> attempt(transactions, id, each).replaceWith(true))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> attempt(ScopedTransactions transactions, UUID id, Function<UUID, Uni<Void>> each) {
        return each.apply(id).onFailure().recoverWithUni(failure -> {
            LOG.warnf("%s %s not done, will try again: %s", table, id, failure);
            return transactions.inTransaction(Scope.SYSTEM, session -> session.createNativeQuery(of(FAILED))
                    .setParameter(1, id)
                    .setParameter(2, String.valueOf(failure))
                    .executeUpdate()
                    .replaceWithVoid());
        });
    }

    /** Whether it still waits; to the end of the transaction nobody else does it. */
    public Uni<Boolean> lock(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(of(LOCK), UUID.class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(found -> found != null);
    }

    public Uni<Void> done(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(of(DONE))
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private String of(String statement) {
        return statement.formatted(table, key);
    }
}
