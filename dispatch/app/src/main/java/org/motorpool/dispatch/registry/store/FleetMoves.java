package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChangeCause;

/** Vehicles, drivers and chargers that change their unit together; terminals, cards and the like follow by their foreign keys. */
@Singleton
public class FleetMoves {

    private static final String ON_FILE = "select count(*) from vehicle where unit_id = ?1 and disposed_on is null";

    private static final String BUSY = ON_FILE + " and state in ('ASSIGNED', 'ON_TRIP')";

    private static final String NOTE = """
            insert into vehicle_change (id, vehicle_id, unit_id, unit_path, aspect, from_value, to_value, reason, changed_by,
                                        changed_at)
            select cast(lpad(to_hex(cast(extract(epoch from cast(?6 as timestamptz)) * 1000 as bigint)), 12, '0') || '7' || substr(md5(cast(random() as text)), 1, 3)
                        || '8' || substr(md5(cast(random() as text)), 1, 15) as uuid), v.id, v.unit_id, v.unit_path, 'UNIT', ?2, ?3, ?4, ?5, ?6
            from vehicle v where v.unit_id = ?1 and v.disposed_on is null""";

    private static final String THESE = " and id in (select cast(unnest(string_to_array(?%d, ',')) as uuid))";

    private static final String VEHICLES = """
            update vehicle set unit_id = ?2, unit_path = ?3, region_code = ?4 where unit_id = ?1 and disposed_on is null""";

    private static final String DRIVERS = "update driver set unit_id = ?2, unit_path = ?3 where unit_id = ?1";

    private static final String CHARGERS = """
            update charger set unit_id = ?2, unit_path = ?3, unit_name = ?4, region_code = ?5, version = version + 1
            where unit_id = ?1""";

    private static final String DRIVERS_OF_THESE = """
            update driver set unit_id = ?2, unit_path = ?3
            where unit_id = ?1 and vehicle_id in (select cast(unnest(string_to_array(?4, ',')) as uuid))""";

    public Uni<Integer> countOnFile(Mutiny.Session session, UUID unitId) {
        return count(session, ON_FILE, unitId);
    }

    public Uni<Integer> countBusy(Mutiny.Session session, UUID unitId) {
        return count(session, BUSY, unitId);
    }

    public Uni<Void> noteAll(Mutiny.Session session, Unit from, Unit to, ChangeCause cause, Instant at) {
        return note(session.createNativeQuery(NOTE), from, to, cause, at);
    }

    public Uni<Void> noteSome(
            Mutiny.Session session, Collection<UUID> ids, Unit from, Unit to, ChangeCause cause, Instant at) {
        return note(
                session.createNativeQuery(NOTE + THESE.formatted(7)).setParameter(7, list(ids)), from, to, cause, at);
    }

    private static Uni<Void> note(Mutiny.MutationQuery insert, Unit from, Unit to, ChangeCause cause, Instant at) {
        return insert.setParameter(1, from.id())
                .setParameter(2, from.name())
                .setParameter(3, to.name())
                .setParameter(4, cause.reason())
                .setParameter(5, cause.by())
                .setParameter(6, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> vehicles(Mutiny.Session session, UUID fromId, Unit to) {
        return moved(session.createNativeQuery(VEHICLES), fromId, to)
                .setParameter(4, to.regionCode())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Integer> someVehicles(Mutiny.Session session, Collection<UUID> ids, UUID fromId, Unit to) {
        return moved(session.createNativeQuery(VEHICLES + THESE.formatted(5)), fromId, to)
                .setParameter(4, to.regionCode())
                .setParameter(5, list(ids))
                .executeUpdate();
    }

    public Uni<Void> drivers(Mutiny.Session session, UUID fromId, Unit to) {
        return moved(session.createNativeQuery(DRIVERS), fromId, to)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> chargers(Mutiny.Session session, UUID fromId, Unit to) {
        return moved(session.createNativeQuery(CHARGERS), fromId, to)
                .setParameter(4, to.name())
                .setParameter(5, to.regionCode())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The drivers on duty with these vehicles. */
    public Uni<Void> driversOf(Mutiny.Session session, Collection<UUID> vehicleIds, UUID fromId, Unit to) {
        return moved(session.createNativeQuery(DRIVERS_OF_THESE), fromId, to)
                .setParameter(4, list(vehicleIds))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery moved(Mutiny.MutationQuery update, UUID fromId, Unit to) {
        return update.setParameter(1, fromId).setParameter(2, to.id()).setParameter(3, to.path());
    }

    private static Uni<Integer> count(Mutiny.Session session, String sql, UUID unitId) {
        return session.createNativeQuery(sql, Long.class)
                .setParameter(1, unitId)
                .getSingleResult()
                .map(Math::toIntExact);
    }

    private static String list(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
