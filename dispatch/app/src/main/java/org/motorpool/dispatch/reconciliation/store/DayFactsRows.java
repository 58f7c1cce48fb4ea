package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.reconciliation.DayFacts;

/** What is on file of vehicles and a day, read over the tables of trips, expenses and the registry; a page is one query. */
@Singleton
public class DayFactsRows {

    private static final Duration AROUND = Duration.ofHours(24);

    private static final String COUNT =
            "select count(*) from vehicle v where v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2";

    private final JsonRows rows;

    DayFactsRows(JsonRows rows) {
        this.rows = rows;
    }

    /** Vehicles at and below the path, confidential ones too, by id after {@code after}. */
    public Uni<List<DayFacts>> list(
            Mutiny.Session session, String path, Instant from, Instant to, UUID after, int limit) {
        return rows.list(
                session,
                DayFacts.class,
                DayFactsSql.PAGE,
                path,
                end(path),
                after,
                limit,
                from,
                to,
                from.minus(AROUND),
                to.plus(AROUND));
    }

    public Uni<Long> countVehicles(Mutiny.Session session, String path) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter(1, path)
                .setParameter(2, end(path))
                .getSingleResult();
    }

    /** The first path behind the subtree: '0' comes after '/'. */
    static String end(String path) {
        return path.substring(0, path.length() - 1) + "0";
    }
}
