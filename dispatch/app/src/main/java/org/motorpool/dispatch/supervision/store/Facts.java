package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.supervision.detector.Day;
import org.motorpool.dispatch.supervision.detector.Track;
import org.motorpool.dispatch.supervision.detector.UnitFacts;
import org.motorpool.dispatch.supervision.detector.VehicleFacts;

/**
 * The facts that detectors judge, read over the tables of every feature of dispatch and never written. A page is one query. Half-open
 * ranges of paths and not a pattern, so that the index serves under row-level security.
 */
@Singleton
public class Facts {

    private static final int MODELS = 20_000;

    private static final String BELOW = " v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2 ";

    private static final String COUNT = "select count(*) from vehicle v where" + BELOW;

    /** Since when there are orders; no vehicle is idle before. */
    private static final String RECORDS_SINCE = "select min(issued_at) from vehicle_order";

    private static final String PEERS = """
            select model, count(*) as vehicles, avg(l_per_100km) as "mean_l_per_100km",
                   coalesce(stddev_samp(l_per_100km), 0) as "deviation_l_per_100km"
            from (select v.brand || ' ' || v.model as model,
                         100 * (sum(e.quantity) - (array_agg(e.quantity order by e.incurred_at))[1])
                             / nullif(max(e.odometer_km) - min(e.odometer_km), 0) as l_per_100km
                  from expense e join vehicle v on v.id = e.vehicle_id
                  where v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2 and e.kind = 'FUEL' and e.quantity_unit = 'L'
                    and e.odometer_km is not null and e.incurred_at >= ?3 and e.incurred_at < ?4
                  group by v.id, v.brand, v.model having count(*) > 1) as used
            where l_per_100km > 0 group by model limit ?5""";

    private final JsonRows rows;

    Facts(JsonRows rows) {
        this.rows = rows;
    }

    private record Peers(String model, int vehicles, double mean_l_per_100km, double deviation_l_per_100km) {}

    /** Vehicles of the subtree, with those disposed of lately, by id after {@code after}. */
    public Uni<List<VehicleFacts>> listVehicles(Mutiny.Session session, String path, Day day, UUID after, int limit) {
        return rows.list(
                session,
                VehicleFacts.class,
                VehicleFactsSql.PAGE,
                path,
                end(path),
                after,
                limit,
                day.to().minus(Duration.ofDays(VehicleFacts.HISTORY_DAYS)),
                day.from().minus(Track.LEAD_IN),
                day.to());
    }

    /** Units of the subtree by id after {@code after}. */
    public Uni<List<UnitFacts>> listUnits(Mutiny.Session session, String path, Day day, UUID after, int limit) {
        return rows.list(session, UnitFacts.class, UnitFactsSql.PAGE, path, end(path), after, limit, day.date());
    }

    /** Vehicles of the subtree, disposed ones too. */
    public Uni<Long> countVehicles(Mutiny.Session session, String path) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter(1, path)
                .setParameter(2, end(path))
                .getSingleResult();
    }

    public Uni<@Nullable Instant> recordsSince(Mutiny.Session session) {
        return session.createNativeQuery(RECORDS_SINCE, Instant.class).getSingleResultOrNull();
    }

    /** What the vehicles of the subtree use, by model. */
    public Uni<Map<String, Day.Consumption>> peers(Mutiny.Session session, String path, Day day) {
        Instant since = day.to().minus(Duration.ofDays(VehicleFacts.HISTORY_DAYS));
        return rows.list(session, Peers.class, PEERS, path, end(path), since, day.to(), MODELS)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                Peers::model,
                                peers -> new Day.Consumption(
                                        peers.vehicles(), peers.mean_l_per_100km(), peers.deviation_l_per_100km()))));
    }

    /** The first path behind the subtree: '0' comes after '/'. */
    static String end(String path) {
        return path.substring(0, path.length() - 1) + "0";
    }
}
