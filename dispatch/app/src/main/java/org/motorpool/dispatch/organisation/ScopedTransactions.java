package org.motorpool.dispatch.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.PlainSql;

/**
 * Opens every transaction of dispatch. It sets the caller's scope for PostgreSQL's row-level security, transaction-local,
 * so that a query that forgets its own filter still sees no row of another unit. What is written is flushed where it is written, or by
 * the commit, not by a query that comes between.
 */
@Singleton
public class ScopedTransactions {

    /** The code of the problem of a transaction that met another act on a row and was not the first. */
    public static final String CHANGED_MEANWHILE = "changed-meanwhile";

    private static final String SET_SCOPE = "select set_config('motorpool.scope', ?1, true)";

    private final Mutiny.SessionFactory sessions;

    ScopedTransactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Run the work in one transaction in this scope; a failure rolls back. Never nest with another scope. One that met another act on a
     * row, and was not the first, is problem {@link #CHANGED_MEANWHILE}.
     */
    public <T> Uni<T> inTransaction(Scope scope, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(
                        session -> PlainSql.select(session.setFlushMode(FlushMode.COMMIT), SET_SCOPE, scope.unitPath())
                                .chain(_ -> work.apply(session)))
                .onFailure(Clash::is)
                .transform(Clash::told);
    }
}
