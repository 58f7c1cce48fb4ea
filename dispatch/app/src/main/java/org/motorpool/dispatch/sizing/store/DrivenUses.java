package org.motorpool.dispatch.sizing.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.FleetSizingApi;
import org.motorpool.dispatch.sizing.DrivenUse;
import org.motorpool.dispatch.sizing.SizingPeriod;

/** Trips as they were driven, over the tables of every feature; looks from above and writes nothing. */
@Singleton
public class DrivenUses {

    /** Trips of one part of a period; more are too many for one unit. */
    private static final int MOST = 100_000;

    /** No trip lasts longer. */
    private static final int LONGEST_DAYS = 62;

    private static final String LAST = "\uffff";

    /** A vehicle that is lent by who is out of sight is parked where it picked up. */
    private static final String TRIPS = """
            select u.code, u.name, u.region_code, r.category, t.departed_at, t.returned_at,
                   coalesce(v.home_latitude, o.pickup_latitude), coalesce(v.home_longitude, o.pickup_longitude),
                   cast(coalesce(t.measured_m / 1000.0, t.odometer_end_km - t.odometer_start_km) as double precision)
            from trip t
            join vehicle_order o on o.id = t.order_id
            join use_request r on r.id = t.request_id
            join unit u on u.id = t.unit_id
            left join vehicle v on v.id = t.vehicle_id
            where t.unit_path ~>=~ cast(?1 as text) and t.unit_path ~<~ cast(?2 as text)
              and t.departed_at >= ?3 and t.departed_at < ?5 and t.returned_at >= ?4
            order by t.departed_at, t.id
            limit ?6
            """;

    private static final String VEHICLE_DAYS = """
            with driven as (
                select vehicle_id, cast(departed_at at time zone 'Asia/Shanghai' as date) as first,
                       cast(returned_at at time zone 'Asia/Shanghai' as date) as last,
                       cast(coalesce(measured_m / 1000.0, odometer_end_km - odometer_start_km) as double precision) as km
                from trip
                where vehicle_unit_path ~>=~ cast(?1 as text) and vehicle_unit_path ~<~ cast(?2 as text)
                  and departed_at >= ?3 and departed_at < ?4 and returned_at is not null),
            days as (
                select vehicle_id, day, sum(km / (last - first + 1)) as km
                from driven, generate_series(first, last, interval '1 day') as day
                group by vehicle_id, day)
            select count(*), count(*) filter (where km <= ?5) from days
            """;

    /** Trips of the unit and those below it that touch the period, the earliest first. */
    public Uni<List<DrivenUse>> list(Mutiny.Session session, String unitPath, SizingPeriod period) {
        Instant from = Days.start(period.from());
        return PlainSql.select(
                        session,
                        TRIPS,
                        unitPath,
                        unitPath + LAST,
                        Days.start(period.from().minusDays(LONGEST_DAYS)),
                        from,
                        Days.start(period.to().plusDays(1)),
                        MOST + 1)
                .invoke(rows -> requireFew(rows.size()))
                .map(rows -> rows.stream().map(DrivenUses::use).toList());
    }

    private static void requireFew(int count) {
        if (count > MOST) {
            throw Problem.of(
                            422,
                            "fleet-sizing-too-large",
                            "规模过大 Too large",
                            "用车次数超过一次测算的上限，请选择下级单位",
                            "there are more uses than can be counted at once; choose a unit below",
                            "unit")
                    .asException();
        }
    }

    private static DrivenUse use(Object[] row) {
        return new DrivenUse(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                ((OffsetDateTime) row[5]).toInstant(),
                (Double) row[6],
                (Double) row[7],
                (Double) row[8]);
    }

    /** Days of the vehicles of the unit and those below it; what a trip drove is spread over its days. */
    public Uni<FleetSizingApi.ElectricDays> electric(
            Mutiny.Session session, String unitPath, SizingPeriod period, int range_km) {
        return PlainSql.select(
                        session,
                        VEHICLE_DAYS,
                        unitPath,
                        unitPath + LAST,
                        Days.start(period.from()),
                        Days.start(period.to().plusDays(1)),
                        (double) range_km)
                .map(rows -> electric(range_km, (Long) rows.getFirst()[0], (Long) rows.getFirst()[1]));
    }

    private static FleetSizingApi.ElectricDays electric(int range_km, long days, long within) {
        double share_percent = days == 0 ? 0 : Math.round(10_000.0 * within / days) / 100.0;
        return new FleetSizingApi.ElectricDays(range_km, days, within, share_percent);
    }
}
