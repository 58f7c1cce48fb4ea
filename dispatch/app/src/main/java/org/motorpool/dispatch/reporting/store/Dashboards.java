package org.motorpool.dispatch.reporting.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.ReportApi.Dashboard;

/** Counts over the units of a province, each table read once. */
@Singleton
public class Dashboards {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    /** Parameters: 1 the first region code of the province, 2 the first behind it, 3 the day. */
    private static final String PICTURE = """
            with places as materialized (
                select u.id, u.path from unit u
                where u.region_code >= ?1 and u.region_code < ?2 and u.status = 'ACTIVE'),
            registered as materialized (
                select v.unit_id, v.category, v.energy_type, v.state, v.confidential, v.disposed_on is null as on_file,
                       count(*) as n, count(*) filter (where v.registered_on >= date_trunc('year', cast(?3 as date))) as added
                from vehicle v
                where v.region_code >= ?1 and v.region_code < ?2
                group by 1, 2, 3, 4, 5, 6),
            fleet as (select * from registered where on_file),
            additions as (
                select sum(a.added) as added, sum(a.added) filter (where e.energy_type is not null) as new_energy
                from registered a
                         left join report_new_energy(cast(?3 as date)) e
                                   on e.province = left(?1, 2) and e.energy_type = a.energy_type),
            balance as (
                select sum(places) as places, sum(greatest(0, n - places)) as over_quota, sum(greatest(0, places - n)) as vacant
                from (select unit_id, category, sum(places) as places, sum(n) as n
                      from (select q.unit_id, q.category, q.number as places, 0 as n
                            from quota q join places p on p.id = q.unit_id
                            where q.effective_from <= cast(?3 as date)
                              and (q.effective_to is null or q.effective_to > cast(?3 as date))
                            union all
                            select unit_id, category, 0, n from fleet) both_sides
                      group by 1, 2) each_unit)
            select r.name, (select count(*) from places),
                   (select coalesce(sum(n), 0) from fleet) as vehicles,
                   (select coalesce(sum(n), 0) from fleet where confidential) as confidential,
                   cast((select json_object_agg(k, n) from (select category as k, sum(n) as n from fleet group by 1) c) as text) as by_category,
                   cast((select json_object_agg(k, n) from (select energy_type as k, sum(n) as n from fleet group by 1) e) as text) as by_energy,
                   cast((select json_object_agg(k, n) from (select state as k, sum(n) as n from fleet group by 1) s) as text) as by_state,
                   coalesce(balance.places, 0) as places, coalesce(balance.over_quota, 0) as over_quota,
                   coalesce(balance.vacant, 0) as vacant,
                   coalesce(additions.added, 0) as added, coalesce(additions.new_energy, 0) as new_energy,
                   cast((select json_object_agg(k, n) from (
                       select f.severity as k, count(*) as n from finding f join places p on p.id = f.unit_id
                       where f.status in ('RAISED', 'EXPLAINING') group by 1) f) as text) as findings,
                   cast((select json_object_agg(k, n) from (
                       select x.kind as k, sum(x.amount_fen) as n from expense x join places p on p.path = x.unit_path
                       where x.incurred_at >= china_start(cast(date_trunc('year', cast(?3 as date)) as date))
                         and x.incurred_at < china_start(cast(?3 as date) + 1) group by 1) x) as text) as expenses
            from region r, balance, additions
            where r.code = ?1""";

    /** A picture is quicker drawn than compiled to machine code. */
    private static final String SETTINGS = "select set_config('jit', 'off', true)";

    private final ObjectMapper json;

    Dashboards(ObjectMapper json) {
        this.json = json;
    }

    /** Nothing when no unit of the province is in scope. */
    public Uni<Optional<Dashboard>> find(Mutiny.Session session, String code, LocalDate day) {
        return session.createNativeQuery(SETTINGS, String.class)
                .getSingleResult()
                .chain(() -> picture(session, code, day));
    }

    private Uni<Optional<Dashboard>> picture(Mutiny.Session session, String code, LocalDate day) {
        String end = "%02d0000".formatted(Integer.parseInt(code.substring(0, 2)) + 1);
        return session.createNativeQuery(PICTURE, Object[].class)
                .setParameter(1, code)
                .setParameter(2, end)
                .setParameter(3, day)
                .getSingleResultOrNull()
                .map(row -> row == null || number(row[1]) == 0 ? Optional.empty() : Optional.of(view(code, day, row)));
    }

    private Dashboard view(String code, LocalDate day, Object[] row) {
        long additions = number(row[10]);
        return new Dashboard(
                code,
                (String) row[0],
                day,
                number(row[1]),
                number(row[2]),
                number(row[3]),
                counts(row[4]),
                counts(row[5]),
                counts(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                additions,
                number(row[11]),
                additions == 0 ? null : (double) number(row[11]) / additions,
                counts(row[12]),
                counts(row[13]));
    }

    private Map<String, Long> counts(Object text) {
        try {
            return text == null ? Map.of() : json.readValue((String) text, COUNTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("counts of PostgreSQL are not JSON: " + text, broken);
        }
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
