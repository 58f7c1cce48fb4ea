package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.MileageApi.Figures;
import org.motorpool.dispatch.contract.MileageApi.Segment;
import org.motorpool.dispatch.reconciliation.MileageQuestion;

/** Sums over the current results; confidential vehicles are in the sums of their unit and in no list. */
@Singleton
public class MileageFigures {

    private static final String SUMS = """
            count(distinct a.vehicle_id) as vehicles, coalesce(sum(s.distance_m), 0) as total_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'ORDER'), 0) as order_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'MAINTENANCE'), 0) as maintenance_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'REFUELLING'), 0) as refuelling_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'REPOSITIONING'), 0) as repositioning_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'UNEXPLAINED' and e.id is not null), 0) as explained_m,
            coalesce(sum(s.distance_m) filter (where s.use = 'UNEXPLAINED' and e.id is null), 0) as unexplained_m,
            coalesce(sum(s.ignition_s), 0) as ignition_s,
            coalesce(sum(s.ignition_s) filter (where s.use = 'UNEXPLAINED' and e.id is null), 0) as "unexplainedIgnition_s\"""";

    private static final String FROM = """
            from mileage_attribution a
                     join mileage_segment s on s.attribution_id = a.id
                     left join mileage_explanation e on s.use = 'UNEXPLAINED' and e.vehicle_id = a.vehicle_id
                               and e.status = 'ACCEPTED' and e.starts_at <= s.starts_at and e.ends_at >= s.ends_at""";

    private static final String WHERE = """
             where a.current and a.unit_path ~>=~ ?1 and a.unit_path ~<~ ?2 and a.day >= ?3 and a.day <= ?4""";

    private static final String WITH_SHARE = """
            select f.*, cast(f.unexplained_m as double precision) / nullif(f.total_m, 0) as share from (%s) as f
            where f.key > ?5 order by f.key limit ?6""";

    private static final String BY_TOTAL = WITH_SHARE.formatted("""
            select 'TOTAL' as level, cast(u.id as text) as key, u.name, sums.* from unit u,
                 (select %s %s %s) as sums where u.path = ?1""".formatted(SUMS, FROM, WHERE));

    private static final String BY_UNIT = WITH_SHARE.formatted("""
            select 'UNIT' as level, cast(u.id as text) as key, u.name, %s %s join unit u on u.id = a.unit_id %s
            group by u.id, u.name""".formatted(SUMS, FROM, WHERE));

    private static final String BY_VEHICLE = WITH_SHARE.formatted("""
            select 'VEHICLE' as level, cast(v.id as text) as key, v.plate as name, %s %s join vehicle v on v.id = a.vehicle_id %s
              and not v.confidential
            group by v.id, v.plate""".formatted(SUMS, FROM, WHERE));

    private static final String DAY = """
            select a.vehicle_id as "vehicleId", v.plate, a.unit_id as "unitId", a.day, a.revision, a.computed_at as "computedAt",
                   a.total_m, a.ignition_s, a.id, a.unit_path as "unitPath"
            from mileage_attribution a join vehicle v on v.id = a.vehicle_id
            where a.current and a.vehicle_id = ?1 and a.day = ?2 and not v.confidential limit 1""";

    private static final String SEGMENTS = """
            select s.id, s.use, s.starts_at as "from", s.ends_at as "to", s.distance_m, s.ignition_s, s.subject_id as "subjectId",
                   (select row_to_json(e) from (
                        select x.id, x.vehicle_id as "vehicleId", x.starts_at as "from", x.ends_at as "to", x.reason, x.evidence,
                               x.explained_by as "explainedBy", x.explained_at as "explainedAt", x.status,
                               x.decided_by as "decidedBy", x.decided_at as "decidedAt", x.decision_reason as "decisionReason",
                               x.version
                        from mileage_explanation x
                        where s.use = 'UNEXPLAINED' and x.vehicle_id = ?2 and x.starts_at <= s.starts_at and x.ends_at >= s.ends_at
                        order by x.status = 'REJECTED', x.explained_at desc limit 1) as e) as explanation
            from mileage_segment s where s.attribution_id = ?1 order by s.starts_at limit 5000""";

    private final JsonRows rows;

    MileageFigures(JsonRows rows) {
        this.rows = rows;
    }

    /** A vehicle and day with the identity of its result. */
    public record Day(
            UUID id,
            UUID vehicleId,
            String plate,
            UUID unitId,
            String unitPath,
            LocalDate day,
            int revision,
            Instant computedAt,
            long total_m,
            long ignition_s) {}

    /** Figures by key after {@code after}. */
    public Uni<List<Figures>> list(
            Mutiny.Session session, String path, MileageQuestion question, String after, int limit) {
        String select =
                switch (question.level()) {
                    case TOTAL -> BY_TOTAL;
                    case UNIT -> BY_UNIT;
                    case VEHICLE -> BY_VEHICLE;
                };
        return rows.list(
                session,
                Figures.class,
                select,
                path,
                DayFactsRows.end(path),
                question.from(),
                question.to(),
                after,
                limit);
    }

    /** The current result of a vehicle and day; none of a confidential vehicle. */
    public Uni<Optional<Day>> findDay(Mutiny.Session session, UUID vehicleId, LocalDate day) {
        return rows.list(session, Day.class, DAY, vehicleId, day)
                .map(found -> found.stream().findFirst());
    }

    /** The segments of a result, with what was said to them. */
    public Uni<List<Segment>> segments(Mutiny.Session session, Day day) {
        return rows.list(session, Segment.class, SEGMENTS, day.id(), day.vehicleId());
    }
}
