package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderRule;

/** The rule rows of orders in force on a day; the most specific place counts. */
@Singleton
public class OrderRules {

    private static final String FIND = """
            select minutes, clause from order_rule
            where key = ?1 and effective_from <= ?3 and (effective_to is null or effective_to > ?3)
              and jurisdiction in (
                  '100000', left(cast(?2 as text), 2) || '0000', left(cast(?2 as text), 4) || '00', cast(?2 as text))
            order by length(rtrim(jurisdiction, '0')) desc limit 1
            """;

    public Uni<OrderRule> get(Mutiny.Session session, OrderRule.Key key, String regionCode, LocalDate day) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, key.name())
                .setParameter(2, regionCode)
                .setParameter(3, day)
                .getSingleResultOrNull()
                .map(row -> {
                    if (row == null) {
                        throw new IllegalStateException("order_rule has no row %s in force on %s".formatted(key, day));
                    }
                    return new OrderRule((Integer) row[0], (String) row[1]);
                });
    }
}
