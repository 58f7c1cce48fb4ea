package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.request.PoolingRule;

/** Rules of sharing a vehicle 合乘 in PostgreSQL. */
@Singleton
public class PoolingRuleRows {

    private static final String IN_FORCE = """
            select jurisdiction, excluded, detour_minutes, later_minutes, clause from pooling_rule
            where effective_from <= ?1 and (effective_to is null or effective_to > ?1)
            """;

    public Uni<List<PoolingRule>> listInForce(Mutiny.Session session, LocalDate day) {
        return PlainSql.select(session, IN_FORCE, day)
                .map(rows -> rows.stream().map(PoolingRuleRows::rule).toList());
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
