package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.assignment.BatteryRule;

/** What is known of batteries in PostgreSQL: the rules of places, and what vehicles have driven. */
@Singleton
public class BatteryFacts {

    private static final String IN_FORCE = """
            select jurisdiction, usable_percent, default_kwh_per_100km, default_power_kw, nearest_chargers from battery_rule
            where effective_from <= ?1 and (effective_to is null or effective_to > ?1)
            """;

    /** By the track where there is one; a trip that began the day before counts on the day it began. */
    private static final String DRIVEN = """
            select t.vehicle_id,
                   cast(sum(greatest(coalesce(t.measured_m, 0), 1000 * (t.odometer_end_km - t.odometer_start_km))) as bigint)
            from trip t
            where t.vehicle_id = any (?3) and t.departed_at >= ?1 and t.departed_at < ?2 and t.returned_at is not null
            group by t.vehicle_id
            """;

    public Uni<List<BatteryRule>> listInForce(Mutiny.Session session, LocalDate day) {
        return PlainSql.select(session, IN_FORCE, day)
                .map(rows -> rows.stream().map(BatteryFacts::rule).toList());
    }

    /** Metres of the trips of the day that are over. */
    public Uni<Map<UUID, Long>> driven_m(Mutiny.Session session, LocalDate day, List<UUID> vehicles) {
        return PlainSql.select(
                        session, DRIVEN, Days.start(day), Days.start(day.plusDays(1)), vehicles.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1])));
    }

    private static BatteryRule rule(Object[] row) {
        return new BatteryRule(
                (String) row[0],
                ((Number) row[1]).intValue(),
                ((Number) row[2]).doubleValue(),
                ((Number) row[3]).doubleValue(),
                ((Number) row[4]).intValue());
    }
}
