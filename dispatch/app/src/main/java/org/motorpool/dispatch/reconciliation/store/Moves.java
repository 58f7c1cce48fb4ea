package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.MileageApi.Move;
import org.motorpool.dispatch.registry.VehicleFile;

/** Marked moves in PostgreSQL; rows are only ever added. */
@Singleton
public class Moves {

    private static final String ADD = """
            insert into vehicle_move (id, vehicle_id, unit_id, unit_path, starts_at, ends_at, purpose, reason, recorded_by, recorded_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)""";

    private static final String SELECT = """
            select m.id, m.vehicle_id as "vehicleId", m.starts_at as "from", m.ends_at as "to", m.purpose, m.reason,
                   m.recorded_by as "recordedBy", m.recorded_at as "recordedAt"
            from vehicle_move m""";

    private static final String HOURS = """
            select r.move_hours_before as before, r.move_hours_after as after from attribution_rule r
            where r.jurisdiction in ('100000', left(?1, 2) || '0000') and r.effective_from <= ?2
              and (r.effective_to is null or r.effective_to > ?2)
            order by r.jurisdiction desc limit 1""";

    private static final Map<String, Problem> REFUSED = Map.of(
            "vehicle_move_once",
            Problem.conflict("move-overlaps", "该时段已登记调车", "a move of the vehicle is marked in this period already"));

    private final JsonRows rows;

    Moves(JsonRows rows) {
        this.rows = rows;
    }

    /** How long before its begin and after its end a move may be marked. */
    public record Hours(int before, int after) {}

    public Uni<Hours> hours(Mutiny.Session session, String regionCode, LocalDate day) {
        return rows.list(session, Hours.class, HOURS, regionCode, day).map(List::getFirst);
    }

    public Uni<Move> add(Mutiny.Session session, VehicleFile vehicle, Move move) {
        return session.createNativeQuery(ADD)
                .setParameter(1, move.id())
                .setParameter(2, vehicle.id())
                .setParameter(3, vehicle.unitId())
                .setParameter(4, vehicle.unitPath())
                .setParameter(5, move.from())
                .setParameter(6, move.to())
                .setParameter(7, move.purpose())
                .setParameter(8, move.reason())
                .setParameter(9, move.recordedBy())
                .setParameter(10, move.recordedAt())
                .executeUpdate()
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSED))
                .replaceWith(move);
    }

    public Uni<Move> get(Mutiny.Session session, UUID id) {
        return rows.list(session, Move.class, SELECT + " where m.id = ?1 limit 1", id)
                .map(List::getFirst);
    }

    /** Moves of a vehicle older than this id, the newest first. */
    public Uni<List<Move>> list(Mutiny.Session session, UUID vehicleId, UUID before, int limit) {
        return rows.list(
                session,
                Move.class,
                SELECT + " where m.vehicle_id = ?1 and m.id < ?2 order by m.id desc limit ?3",
                vehicleId,
                before,
                limit);
    }
}
