package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.assignment.ServingRules;

/** The rule rows in force on a day. */
@Singleton
public class AssignmentRules {

    private static final String SERVING = """
            select wanted, serving, own_unit_only from serving_rule
            where effective_from <= ?1 and (effective_to is null or effective_to > ?1)
            order by wanted, serving
            """;
    private static final String COSTS = """
            select energy_type, cost_fen_per_km from running_cost_rule
            where effective_from <= ?1 and (effective_to is null or effective_to > ?1)
            """;

    public Uni<ServingRules> serving(Mutiny.Session session, LocalDate day) {
        return rows(session, SERVING, day)
                .map(rows -> new ServingRules(rows.stream()
                        .map(row -> new ServingRules.Serving((String) row[0], (String) row[1], (Boolean) row[2]))
                        .toList()));
    }

    /** Running cost by energy type, fen per kilometre. */
    public Uni<Map<String, Integer>> costs_fen_per_km(Mutiny.Session session, LocalDate day) {
        return rows(session, COSTS, day).map(rows -> rows.stream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (Integer) row[1])));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String query, LocalDate day) {
        return PlainSql.select(session, query, day);
    }
}
