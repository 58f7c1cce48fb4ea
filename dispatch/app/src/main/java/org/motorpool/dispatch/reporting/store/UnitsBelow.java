package org.motorpool.dispatch.reporting.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Unit;

/** The units directly below one. */
@Singleton
public class UnitsBelow {

    private static final int UNIT_LIMIT = 5000;

    private static final String BELOW = """
            select u.id, u.code, u.name, u.level, u.region_code, u.parent_id, u.path
            from unit u where u.parent_id = ?1 order by u.code""";

    public Uni<List<Unit>> list(Mutiny.Session session, Unit unit) {
        return session.createNativeQuery(BELOW, Object[].class)
                .setParameter(1, unit.id())
                .setMaxResults(UNIT_LIMIT)
                .getResultList()
                .map(rows -> rows.stream().map(UnitsBelow::unit).toList());
    }

    private static Unit unit(Object[] row) {
        return new Unit(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (String) row[6]);
    }
}
