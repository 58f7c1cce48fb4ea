package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.registry.UnitCategory;

/** Numbers of quotas of many units at once; every call runs in the caller's session. */
@Singleton
public class QuotaPlaces {

    private static final int MOST = 200_000;

    /** The numbers in force on the day; pairs without a quota are left out. */
    public Uni<Map<UnitCategory, Integer>> list(Mutiny.Session session, Collection<UUID> unitIds, LocalDate day) {
        return unitIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createQuery("""
                        select q.unitId, q.category, q.number from Quota q
                        where q.unitId in ?1 and q.effectiveFrom <= ?2
                        and (q.effectiveTo is null or q.effectiveTo > ?2)""", Object[].class)
                        .setParameter(1, unitIds)
                        .setParameter(2, day)
                        .setMaxResults(MOST)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> new UnitCategory((UUID) row[0], (String) row[1]), row -> (int) row[2])));
    }
}
