package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.PlainSql;

/** Reads the rules of sharing a vehicle 合乘. */
@Singleton
public class PoolingRules {

    private static final String IN_FORCE = """
            select jurisdiction, excluded, detour_minutes, later_minutes, clause from pooling_rule
            where effective_from <= ?1 and (effective_to is null or effective_to > ?1)
            """;

    /** Those in force on the day. */
    public Uni<PoolingBook> book(Mutiny.Session session, LocalDate day) {
        return PlainSql.select(session, IN_FORCE, day)
                .map(rows ->
                        new PoolingBook(rows.stream().map(PoolingRules::rule).toList()));
    }

    private static PoolingRule rule(Object[] row) {
        return new PoolingRule(
                (String) row[0],
                Set.of((String[]) row[1]),
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                (String) row[4]);
    }
}
