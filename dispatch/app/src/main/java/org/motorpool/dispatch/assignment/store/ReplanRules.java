package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.ReplanRule;

/** The rule rows of re-planning in force on a day; the most specific place counts. */
@Singleton
public class ReplanRules {

    private static final String FIND = """
            select moved_fen, latest_minutes, again_minutes, late_minutes, ahead_minutes, clause from replan_rule
            where effective_from <= ?2 and (effective_to is null or effective_to > ?2)
              and jurisdiction in (
                  '100000', left(cast(?1 as text), 2) || '0000', left(cast(?1 as text), 4) || '00', cast(?1 as text))
            order by length(rtrim(jurisdiction, '0')) desc limit 1
            """;

    public Uni<ReplanRule> get(Mutiny.Session session, String regionCode, LocalDate day) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, regionCode)
                .setParameter(2, day)
                .getSingleResultOrNull()
                .map(row -> {
                    if (row == null) {
                        throw new IllegalStateException("replan_rule has no row in force on %s".formatted(day));
                    }
                    return rule(row);
                });
    }

    private static ReplanRule rule(Object[] row) {
        return new ReplanRule(
                (Long) row[0], minutes(row[1]), minutes(row[2]), minutes(row[3]), minutes(row[4]), (String) row[5]);
    }

    private static Duration minutes(Object value) {
        return Duration.ofMinutes((Integer) value);
    }
}
