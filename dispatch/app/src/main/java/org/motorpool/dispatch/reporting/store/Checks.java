package org.motorpool.dispatch.reporting.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.ReportApi.CheckItem;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.reporting.Period;

/**
 * What is missing or contradictory in the data of a unit and the units below it that have not submitted; what lies below a submitted
 * report is frozen and was checked.
 */
@Singleton
public class Checks {

    /** Items a result holds. */
    public static final int ITEM_LIMIT = 1000;

    /** The items, errors first, and how many there are. */
    public record Found(List<CheckItem> items, long total, boolean errors) {
        public Found {
            items = List.copyOf(items);
        }
    }

    /** Parameters: 1 and 2 the period, 3 and 4 the range of paths, 5 the unit, 6 the province, 7 today. */
    private static final String FOUND = """
            with period as (
                select cast(?1 as date) as day_from, cast(?2 as date) as day_to, cast(?3 as text) as path,
                       cast(?4 as text) as path_end, cast(?5 as uuid) as unit_id),
            submitted as (
                select r.unit_id, r.unit_path from annual_report r, period
                where r.year = extract(year from day_from)
                  and r.unit_path ~>=~ cast(?3 as text) and r.unit_path ~<~ cast(?4 as text)
                  and not exists (select from annual_report_reopening o where o.report_id = r.id)),
            child as (
                select u.id, u.path, u.level, s.unit_id is not null as submitted
                from unit u left join submitted s on s.unit_id = u.id
                where u.parent_id = cast(?5 as uuid) and u.status = 'ACTIVE'),
            checked as (
                select u.id, u.path from unit u
                where u.path ~>=~ cast(?3 as text) and u.path ~<~ cast(?4 as text)
                  and not exists (select from child c where c.submitted and c.path = cast(?3 as text)
                      || split_part(substr(u.path, length(cast(?3 as text)) + 1), '/', 1) || '/')),
            fleet as (
                select v.unit_id, v.category, v.quota_status from vehicle v, period
                where v.registered_on <= day_to and (v.disposed_on is null or v.disposed_on > day_to)
                  and v.unit_path ~>=~ cast(?3 as text) and v.unit_path ~<~ cast(?4 as text)),
            found (code, unit_id, count) as (
                select case when c.level = u.level then 'department-open' else 'lower-level-open' end, c.id, 1
                from child c, period, unit u where u.id = period.unit_id and not c.submitted
                union all
                select 'unit-without-quota', f.unit_id, count(*)
                from fleet f
                where not exists (select from quota q, period where q.unit_id = f.unit_id
                    and q.effective_from <= day_to and (q.effective_to is null or q.effective_to > day_to))
                group by f.unit_id
                union all
                select 'vehicle-unassessed', f.unit_id, count(*) from fleet f
                where f.quota_status = 'UNASSESSED' group by f.unit_id
                union all
                select 'disposal-open', d.unit_id, count(*) from disposal d, period
                where d.status not in ('CLOSED', 'REJECTED', 'CANCELLED') and d.applied_at < china_start(day_to + 1)
                  and d.unit_path ~>=~ cast(?3 as text) and d.unit_path ~<~ cast(?4 as text)
                group by d.unit_id
                union all
                select 'income-not-posted', d.unit_id, count(*) from disposal d, period
                where d.status = 'EXECUTED' and d.income_posted_on is null and d.executed_on <= day_to
                  and d.unit_path ~>=~ cast(?3 as text) and d.unit_path ~<~ cast(?4 as text)
                group by d.unit_id
                union all
                select 'disposed-without-record', v.unit_id, count(*) from vehicle v, period
                where v.disposed_on between day_from and day_to
                  and not exists (select from disposal d where d.vehicle_id = v.id and d.status not in ('REJECTED', 'CANCELLED'))
                  and v.unit_path ~>=~ cast(?3 as text) and v.unit_path ~<~ cast(?4 as text)
                group by v.unit_id
                union all
                select 'expense-without-order', x.unit_id, count(*) from expense x, period
                where x.order_id is null and x.kind in ('FUEL', 'CHARGING', 'TOLL', 'PARKING')
                  and x.incurred_at >= china_start(day_from) and x.incurred_at < china_start(day_to + 1)
                  and x.unit_path ~>=~ cast(?3 as text) and x.unit_path ~<~ cast(?4 as text)
                group by x.unit_id
                union all
                select 'trip-without-distance', t.vehicle_unit_id, count(*) from trip t, period
                where t.status = 'CLOSED' and coalesce(t.measured_m, 0) = 0 and t.odometer_end_km = t.odometer_start_km
                  and t.returned_at >= china_start(day_from) and t.returned_at < china_start(day_to + 1)
                  and t.vehicle_unit_path ~>=~ cast(?3 as text) and t.vehicle_unit_path ~<~ cast(?4 as text)
                group by t.vehicle_unit_id
                union all
                select 'order-after-disposal', o.vehicle_unit_id, count(*)
                from vehicle_order o join vehicle v on v.id = o.vehicle_id, period
                where o.status <> 'CANCELLED' and v.disposed_on between day_from and day_to
                  and o.starts_at >= china_start(v.disposed_on + 1) and o.starts_at < china_start(day_to + 1)
                  and o.vehicle_unit_path ~>=~ cast(?3 as text) and o.vehicle_unit_path ~<~ cast(?4 as text)
                group by o.vehicle_unit_id
                union all
                select 'year-not-over', period.unit_id, 1 from period
                where extract(year from day_from) = extract(year from cast(?7 as date))),
            rule as (
                select distinct on (code) code, severity, message, message_en from report_check, period
                where jurisdiction in ('100000', cast(?6 as text))
                  and effective_from <= day_to and (effective_to is null or effective_to > day_to)
                order by code, jurisdiction = '100000')
            select f.code, rule.severity, u.id, u.code as unit_code, u.name, f.count, rule.message, rule.message_en,
                   count(*) over () as total, bool_or(rule.severity = 'ERROR') over () as errors
            from found f
                     join rule on rule.code = f.code
                     join unit u on u.id = f.unit_id
            where f.unit_id in (select id from checked)
            order by rule.severity, f.code, u.code""";

    public Uni<Found> run(Mutiny.Session session, Unit unit, Period period, LocalDate today) {
        Subtree subtree = new Subtree(unit.path());
        return session.createNativeQuery(FOUND, Object[].class)
                .setParameter(1, period.from())
                .setParameter(2, period.to())
                .setParameter(3, subtree.path())
                .setParameter(4, subtree.end())
                .setParameter(5, unit.id())
                .setParameter(6, unit.provinceCode())
                .setParameter(7, today)
                .setMaxResults(ITEM_LIMIT)
                .getResultList()
                .map(Checks::found);
    }

    private static Found found(List<Object[]> rows) {
        return rows.isEmpty()
                ? new Found(List.of(), 0, false)
                : new Found(rows.stream().map(Checks::item).toList(), (Long) rows.getFirst()[8], (Boolean)
                        rows.getFirst()[9]);
    }

    private static CheckItem item(Object[] row) {
        return new CheckItem(
                (String) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (Long) row[5],
                (String) row[6],
                (String) row[7]);
    }
}
