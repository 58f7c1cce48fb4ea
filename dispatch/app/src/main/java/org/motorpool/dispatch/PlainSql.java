package org.motorpool.dispatch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * SQL as it stands, in the transaction of a session: for the statements of every booking, each of which Hibernate would take apart
 * again. They see what the session has flushed, and are not seen by entities it has loaded. Parameters are {@code ?1}, {@code ?2}, …
 */
public final class PlainSql {

    private PlainSql() {}

    /** How many rows the statement changed. */
    public static Uni<Integer> update(Mutiny.Session session, String sql, @Nullable Object... values) {
        return Uni.createFrom().completionStage(() -> connection(session).update(numbered(sql), bound(values)));
    }

    /** The rows, with what the driver makes of their columns. */
    public static Uni<List<Object[]>> select(Mutiny.Session session, String sql, @Nullable Object... values) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).select(numbered(sql), bound(values)))
                .map(PlainSql::rows);
    }

    private static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    /** The driver numbers parameters with a dollar. */
    private static String numbered(String sql) {
        return sql.replace('?', '$');
    }

    private static @Nullable Object[] bound(@Nullable Object[] values) {
        @Nullable Object[] bound = values.clone();
        for (int i = 0; i < bound.length; i++) {
            if (bound[i] instanceof Instant moment) {
                bound[i] = moment.atOffset(ZoneOffset.UTC);
            }
        }
        return bound;
    }

    private static List<Object[]> rows(ReactiveConnection.Result result) {
        List<Object[]> rows = new ArrayList<>(result.size());
        result.forEachRemaining(rows::add);
        return rows;
    }
}
