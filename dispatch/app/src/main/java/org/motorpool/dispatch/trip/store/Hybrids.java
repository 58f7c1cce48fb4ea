package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.trip.Hybrid;
import org.motorpool.dispatch.trip.Running;

/** Plug-in hybrids with what they drove, burned and charged; every call runs in the caller's session. */
@Singleton
public class Hybrids {

    /** More than the hybrids of the nation's official fleet. */
    private static final int MOST = 500_000;

    private static final String LIST = """
            with hybrid as (
                select v.* from vehicle v
                where v.energy_type in ('PHEV', 'EREV') and starts_with(v.unit_path, ?1)
                  and (v.disposed_on is null or v.disposed_on >= (?2 at time zone 'Asia/Shanghai')::date)),
            driven as (
                select t.vehicle_id, sum(t.odometer_end_km - t.odometer_start_km)::double precision as km
                from trip t join hybrid h on h.id = t.vehicle_id
                where t.status = 'CLOSED' and t.returned_at >= ?2 and t.returned_at < ?3
                group by t.vehicle_id),
            used as (
                select e.vehicle_id,
                       sum(e.quantity) filter (where e.kind = 'FUEL' and e.quantity_unit = 'L') as l,
                       sum(e.quantity) filter (where e.kind = 'CHARGING') as kwh
                from expense e join hybrid h on h.id = e.vehicle_id
                where e.incurred_at >= ?2 and e.incurred_at < ?3
                group by e.vehicle_id)
            select h.id, h.plate, h.confidential, u.id as unit_id, u.code, u.name, r.code as province,
                   r.name as province_name, coalesce(d.km, 0) as km, coalesce(s.l, 0) as l, coalesce(s.kwh, 0) as kwh,
                   h.nominal_l_per_100km, h.nominal_kwh_per_100km
            from hybrid h
                join unit u on u.id = h.unit_id
                join region r on r.code = left(h.region_code, 2) || '0000'
                left join driven d on d.vehicle_id = h.id
                left join used s on s.vehicle_id = h.id""";

    public Uni<List<Hybrid>> list(Mutiny.Session session, String scopePath, Instant from, Instant to) {
        return session.createNativeQuery(LIST, Object[].class)
                .setParameter(1, scopePath)
                .setParameter(2, from)
                .setParameter(3, to)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(Hybrids::hybrid).toList());
    }

    private static Hybrid hybrid(Object[] row) {
        return new Hybrid(
                (UUID) row[0],
                (String) row[1],
                (Boolean) row[2],
                new Hybrid.Home((UUID) row[3], (String) row[4], (String) row[5], (String) row[6], (String) row[7]),
                new Running(number(row[8]), number(row[9]), number(row[10])),
                nullable(row[11]),
                nullable(row[12]));
    }

    private static double number(Object column) {
        return ((Number) column).doubleValue();
    }

    private static @Nullable Double nullable(@Nullable Object column) {
        return column == null ? null : Double.valueOf(number(column));
    }
}
