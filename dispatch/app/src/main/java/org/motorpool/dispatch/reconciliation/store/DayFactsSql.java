package org.motorpool.dispatch.reconciliation.store;

/**
 * The query behind {@link DayFactsRows#list}: ?1 path, ?2 its end, ?3 id before the page, ?4 limit, ?5 begin and ?6 end of the day, ?7
 * begin and ?8 end of what lies around it.
 */
final class DayFactsSql {

    private static final String HOMES = """
            select v.home_latitude as latitude, v.home_longitude as longitude
            union all select p.latitude, p.longitude from parking_place p where p.unit_id = v.unit_id""";

    /** No use lasts longer than fifteen days. */
    private static final String TRIPS = """
            select t.order_id as "orderId", t.departed_at as "departedAt", t.returned_at as "returnedAt"
            from trip t
            where t.vehicle_id = v.id and t.departed_at >= cast(?5 as timestamptz) - interval '16 days' and t.departed_at < ?6
              and (t.returned_at is null or t.returned_at > ?7)
            order by t.departed_at limit 200""";

    private static final String EXPENSES = """
            select e.id, e.kind, e.incurred_at as "incurredAt", e.latitude, e.longitude
            from expense e
            where e.vehicle_id = v.id and e.kind in ('FUEL', 'CHARGING', 'MAINTENANCE', 'INSPECTION')
              and e.incurred_at >= ?7 and e.incurred_at < ?8
            order by e.incurred_at limit 200""";

    private static final String MOVES = """
            select m.id, m.purpose, m.starts_at as "from", m.ends_at as "to"
            from vehicle_move m where m.vehicle_id = v.id and m.starts_at < ?6 and m.ends_at > ?5
            order by m.starts_at limit 200""";

    private static final String READINGS = """
            select each."readAt", each.odometer_km, each.source from (
                (select r.read_at as "readAt", r.odometer_km, r.source, r.id from odometer_reading r
                 where r.vehicle_id = v.id and r.read_at < ?5 order by r.read_at desc, r.id desc limit 1)
                union all
                (select r.read_at, r.odometer_km, r.source, r.id from odometer_reading r
                 where r.vehicle_id = v.id and r.read_at >= ?5 and r.read_at < ?6 order by r.read_at, r.id limit 500)
            ) as each order by each."readAt", each.id""";

    private static final String RULE = """
            select r.silence_minutes, r.odometer_slack_m, r.odometer_slack, r.station_radius_m, r.refuelling_minutes,
                   r.maintenance_minutes, r.home_radius_m, r.home_minutes
            from attribution_rule r
            where r.jurisdiction in ('100000', left(v.region_code, 2) || '0000')
              and r.effective_from <= cast(cast(?5 as timestamptz) at time zone 'Asia/Shanghai' as date)
              and (r.effective_to is null or r.effective_to > cast(cast(?5 as timestamptz) at time zone 'Asia/Shanghai' as date))
            order by r.jurisdiction desc limit 1""";

    static final String PAGE = "select v.id, v.unit_id as \"unitId\", v.unit_path as \"unitPath\", v.confidential, "
            + String.join(
                    ", ",
                    many(HOMES, "homes"),
                    "(select p.reported_at from latest_position p where p.vehicle_id = v.id) as \"lastReportAt\"",
                    many(TRIPS, "trips"),
                    many(EXPENSES, "expenses"),
                    many(MOVES, "moves"),
                    many(READINGS, "readings"),
                    "(select row_to_json(one) from (" + RULE + ") as one) as rule")
            + """

              from vehicle v
              where v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2 and v.id > ?3 and v.disposed_on is null
              order by v.id limit ?4""";

    private DayFactsSql() {}

    private static String many(String select, String name) {
        return "(select coalesce(json_agg(each), '[]') from (%s) as each) as %s".formatted(select, name);
    }
}
