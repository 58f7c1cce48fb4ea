package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.NevAccount;
import org.motorpool.dispatch.compliance.NevTally;

/** What the NEV shares are made of, counted over indexes, whatever the scope of the session. */
@Singleton
public class NevTallies {

    private static final UUID NONE = new UUID(0, 0);
    private static final int LIMIT = 100_000;

    private static final String COUNT = """
            left join lateral (
                select * from nev_of_region(?2, a.prefix, ?3) where a.account in ('PROVINCE', 'CITY')
                union all
                select * from nev_of_units(?2, a.prefix, ?3) where a.account not in ('PROVINCE', 'CITY')) c on true""";

    private static final String OF_UNIT = """
            select a.account, a.prefix, a.name, c.source, c.kind, c.energy, c.vehicles
            from nev_accounts(?1) a\s""" + COUNT;

    private static final String REGIONS = """
            select a.account, a.prefix, a.name, c.source, c.kind, c.energy, c.vehicles
            from (select r.level as account, touched.prefix, r.name
                  from (select distinct left(u.region_code, ?5) as prefix from unit u
                        where u.path ~>=~ ?1 and u.path ~<~ (?1 || '~') and left(u.region_code, 2) <> '10') touched
                           join region r on r.code = rpad(touched.prefix, 6, '0')
                  where r.level = ?4 order by r.code) a\s""" + COUNT;

    private static final String UNITS = """
            select a.account, a.prefix, a.name, c.source, c.kind, c.energy, c.vehicles
            from (select ?4 as account, u.path as prefix, u.name from unit u
                  where u.path ~>=~ ?1 and u.path ~<~ (?1 || '~')
                    and case ?4 when 'DEPARTMENT'
                        then u.level = 'NATION' and array_length(string_to_array(trim(both '/' from u.path), '/'), 1) = 2
                        else u.main_budget or u.path = ?1 end
                  order by u.code limit 1000) a\s""" + COUNT;

    /** The accounts of a unit, without one indicator that is about to be consumed. */
    public Uni<List<NevAccount>> ofUnit(Mutiny.Session session, UUID unitId, int year, @Nullable UUID butIndicator) {
        return accounts(session.createNativeQuery(OF_UNIT, Object[].class)
                .setParameter(1, unitId)
                .setParameter(2, year)
                .setParameter(3, butIndicator == null ? NONE : butIndicator));
    }

    /** Provinces or cities the scope touches. */
    public Uni<List<NevAccount>> regions(Mutiny.Session session, String scopePath, String level, int year) {
        return accounts(session.createNativeQuery(REGIONS, Object[].class)
                .setParameter(1, scopePath)
                .setParameter(2, year)
                .setParameter(3, NONE)
                .setParameter(4, level)
                .setParameter(5, level.equals("PROVINCE") ? 2 : 4));
    }

    /** Central departments or main budget units in scope, and the unit of the scope itself. */
    public Uni<List<NevAccount>> units(Mutiny.Session session, String scopePath, String type, int year) {
        return accounts(session.createNativeQuery(UNITS, Object[].class)
                .setParameter(1, scopePath)
                .setParameter(2, year)
                .setParameter(3, NONE)
                .setParameter(4, type));
    }

    private static Uni<List<NevAccount>> accounts(Mutiny.SelectionQuery<Object[]> query) {
        return query.setMaxResults(LIMIT).getResultList().map(NevTallies::group);
    }

    private record Key(String type, String code, String name) {}

    private static List<NevAccount> group(List<Object[]> rows) {
        Map<Key, List<NevTally.Count>> byAccount = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Key key = new Key((String) row[0], (String) row[1], (String) row[2]);
            List<NevTally.Count> counts = byAccount.computeIfAbsent(key, _ -> new ArrayList<>());
            if (row[3] != null) {
                counts.add(new NevTally.Count(
                        (String) row[3], (String) row[4], (String) row[5], ((Number) row[6]).intValue()));
            }
        }
        return byAccount.entrySet().stream()
                .map(entry -> new NevAccount(
                        entry.getKey().type(),
                        entry.getKey().code(),
                        entry.getKey().name(),
                        new NevTally(entry.getValue())))
                .toList();
    }
}
