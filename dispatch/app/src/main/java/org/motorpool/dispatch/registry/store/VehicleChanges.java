package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.VehicleFileApi;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleHistory;

/** Changes of vehicles in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class VehicleChanges {

    /** A vehicle begins once, before all its changes: the first has the id of the vehicle. */
    private static final String BEGAN = """
            insert into vehicle_change (
                id, vehicle_id, unit_id, unit_path, aspect, to_value, reason, changed_by, changed_at)
            select v.id, v.id, v.unit_id, v.unit_path, 'REGISTRATION', v.registered_on::text, '建档 put on file', 'system', ?2
            from vehicle v where v.id in (?1)""";

    public Uni<Void> add(
            Mutiny.Session session, VehicleFile vehicle, VehicleHistory.Change change, ChangeCause cause, Instant at) {
        return session.persist(new VehicleChangeRow(vehicle, change, cause, at)).chain(session::flush);
    }

    public Uni<Void> began(Mutiny.Session session, List<UUID> vehicleIds, Instant at) {
        return session.createNativeQuery(BEGAN)
                .setParameter(1, vehicleIds)
                .setParameter(2, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<List<VehicleFileApi.Change>> list(Mutiny.Session session, UUID vehicleId, UUID before, int limit) {
        return session.createQuery(
                        "from VehicleChange c where c.vehicleId = ?1 and c.id < ?2 order by c.id desc",
                        VehicleChangeRow.class)
                .setParameter(1, vehicleId)
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(VehicleChangeRow::toChange).toList());
    }
}
