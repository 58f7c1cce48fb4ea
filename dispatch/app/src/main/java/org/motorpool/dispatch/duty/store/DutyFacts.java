package org.motorpool.dispatch.duty.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.contract.DutyApi.DutyOrder;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.duty.Engagements;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.registry.DriverFile;

/** What drivers are engaged with, in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class DutyFacts {

    private static final int MOST_ORDERS = 1000;
    private static final int MOST_ABSENCES = 200_000;

    /** Everything the rules ask about one driver, in one statement. */
    private static final String ENGAGEMENTS = """
            select e.kind, e.id, e.starts_at, e.ends_at, e.pickup_latitude, e.pickup_longitude, e.dropoff_latitude,
                   e.dropoff_longitude, null as minutes, null as clause, null as verified
            from driver_engagement(?1, ?2, ?3) e
            union all
            select r.key, null, null, null, null, null, null, null, r.minutes, r.clause, r.article_verified
            from duty_rule r, unit u
            where u.id = ?4
              and r.jurisdiction in ('100000', left(u.region_code, 2) || '0000', left(u.region_code, 4) || '00', u.region_code)
              and r.effective_from <= ?5 and (r.effective_to is null or r.effective_to > ?5)
            """;

    private static final String ABSENCES = """
            with rota as (
                select s.driver_id, min(s.starts_at) as first, max(s.ends_at) as last,
                       range_agg(tstzrange(s.starts_at, s.ends_at)) as shifts
                from driver_shift s
                where s.status = 'PLANNED'
                group by s.driver_id
                having min(s.starts_at) < ?2 and max(s.ends_at) > ?1)
            select cast(driver_id as text), lower(off) as starts_at, upper(off) as ends_at
            from rota, unnest(tstzmultirange(tstzrange(greatest(first, ?1), least(last, ?2))) - shifts) as off
            union all
            select cast(l.driver_id as text), greatest(l.starts_at, ?1), least(l.ends_at, ?2)
            from driver_leave l
            where l.status = 'APPROVED' and l.starts_at < ?2 and l.ends_at > ?1
            """;
    private static final String ORDERS = """
            select o.id, o.number, o.status, o.starts_at, o.ends_at from driver_order o
            where o.driver_id = ?1 and o.starts_at < ?3 and o.ends_at > ?2 order by o.starts_at
            """;

    private static final String LONGEST_DRIVING = """
            select min(r.minutes)
            from duty_rule r, unit u
            where u.id = ?1 and r.key = 'DAILY_DRIVING_MAX'
              and r.jurisdiction in ('100000', left(u.region_code, 2) || '0000', left(u.region_code, 4) || '00', u.region_code)
              and r.effective_from <= ?2 and (r.effective_to is null or r.effective_to > ?2)
            """;

    /** The strictest rule of a day at the wheel for drivers of the unit. */
    public Uni<Optional<Duration>> longestDriving(Mutiny.Session session, UUID unitId, LocalDate day) {
        return session.createNativeQuery(LONGEST_DRIVING, Integer.class)
                .setParameter(1, unitId)
                .setParameter(2, day)
                .getSingleResultOrNull()
                .map(minutes -> Optional.ofNullable(minutes).map(Duration::ofMinutes));
    }

    public Uni<Engagements> engagements(Mutiny.Session session, DriverFile driver, Period around, UUID instead) {
        LocalDate day = Days.of(around.from()
                .plusSeconds(around.to().getEpochSecond() / 2 - around.from().getEpochSecond() / 2));
        return PlainSql.select(session, ENGAGEMENTS, driver.id(), around.from(), around.to(), driver.unitId(), day)
                .map(rows -> EngagementRows.read(rows, instead));
    }

    /** Absences of the drivers in the session's scope. */
    public Uni<List<Absence>> absences(Mutiny.Session session, Period period) {
        return session.createNativeQuery(ABSENCES, Object[].class)
                .setParameter(1, period.from())
                .setParameter(2, period.to())
                .setMaxResults(MOST_ABSENCES)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new Absence(UUID.fromString((String) row[0]), EngagementRows.period(row[1], row[2])))
                        .toList());
    }

    /** Orders of the driver in the period, as far as the session sees. */
    public Uni<List<DutyOrder>> orders(Mutiny.Session session, UUID driverId, Period period) {
        return session.createNativeQuery(ORDERS, Object[].class)
                .setParameter(1, driverId)
                .setParameter(2, period.from())
                .setParameter(3, period.to())
                .setMaxResults(MOST_ORDERS)
                .getResultList()
                .map(rows -> rows.stream().map(DutyFacts::order).toList());
    }

    private static DutyOrder order(Object[] row) {
        Period period = EngagementRows.period(row[3], row[4]);
        return new DutyOrder((UUID) row[0], (String) row[1], (String) row[2], period.from(), period.to());
    }
}
