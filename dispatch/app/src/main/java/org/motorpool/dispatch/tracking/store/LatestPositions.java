package org.motorpool.dispatch.tracking.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.tracking.LatestPosition;

/** Latest positions in PostgreSQL. */
@Singleton
public class LatestPositions {

    /** More than any map shows; a list is never without a limit. */
    private static final int MOST_ON_A_MAP = 100_000;

    private static final String BELOW = """
            select p from LatestPosition p join Vehicle v on v.id = p.vehicleId
            where v.unitPath like ?1
            """;

    /**
     * One statement for any number of vehicles; an older position never replaces a newer one. The parameter is text first:
     * as jsonb the driver would send it as one JSON string.
     */
    private static final String MERGE = """
            insert into latest_position
            select r.vehicle_id, r.reported_at, r.latitude, r.longitude, r.speed_kmh, r.heading_deg, r.ignition_on
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r(
                vehicle_id uuid, reported_at timestamptz, latitude float8, longitude float8,
                speed_kmh float8, heading_deg int, ignition_on boolean)
            join vehicle v on v.id = r.vehicle_id
            order by r.vehicle_id
            on conflict (vehicle_id) do update set
                reported_at = excluded.reported_at, latitude = excluded.latitude, longitude = excluded.longitude,
                speed_kmh = excluded.speed_kmh, heading_deg = excluded.heading_deg, ignition_on = excluded.ignition_on
            where excluded.reported_at > latest_position.reported_at
            """;

    public Uni<Void> merge(Mutiny.Session session, Collection<LatestPosition> positions) {
        JsonArray rows = new JsonArray();
        positions.forEach(position -> rows.add(json(position)));
        return session.createNativeQuery(MERGE)
                .setParameter(1, rows.encode())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Positions of the vehicles below the path. */
    public Uni<List<LatestPosition>> list(Mutiny.Session session, String scopePath) {
        return session.createQuery(BELOW, LatestPositionRow.class)
                .setParameter(1, scopePath + "%")
                .setMaxResults(MOST_ON_A_MAP)
                .getResultList()
                .map(rows -> rows.stream().map(LatestPositionRow::toPosition).toList());
    }

    /** Positions of those of the vehicles that the session may see. */
    public Uni<List<LatestPosition>> listOf(Mutiny.Session session, Collection<UUID> vehicleIds) {
        return session.createQuery("from LatestPosition p where p.vehicleId in ?1", LatestPositionRow.class)
                .setParameter(1, vehicleIds)
                .getResultList()
                .map(rows -> rows.stream().map(LatestPositionRow::toPosition).toList());
    }

    private static JsonObject json(LatestPosition position) {
        return new JsonObject()
                .put("vehicle_id", position.vehicleId().toString())
                .put("reported_at", position.reportedAt().toString())
                .put("latitude", position.latitude())
                .put("longitude", position.longitude())
                .put("speed_kmh", position.speed_kmh())
                .put("heading_deg", position.heading_deg())
                .put("ignition_on", position.ignitionOn());
    }
}
