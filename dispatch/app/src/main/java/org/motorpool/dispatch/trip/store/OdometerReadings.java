package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.OdometerApi.Reading;
import org.motorpool.dispatch.registry.VehicleFile;

/** The odometer log in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class OdometerReadings {

    /** Readings of one vehicle come one after the other; other things of the vehicle do not wait for them. */
    private static final String QUEUE_UP = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.odometer' || cast(?1 as text), 0))) as locked""";

    private static final String BEFORE =
            "from OdometerReading r where r.vehicleId = ?1 and r.readAt <= ?2 order by r.readAt desc, r.id desc";
    private static final String AFTER =
            "from OdometerReading r where r.vehicleId = ?1 and r.readAt > ?2 order by r.readAt, r.id";
    private static final String PAGE = "from OdometerReading r where r.vehicleId = ?1 and r.id < ?2 order by r.id desc";

    private static final String ON_A_TRIP = """
            select count(t) from Trip t
            where t.vehicleId = ?1 and t.departedAt <= ?2 and (t.returnedAt is null or t.returnedAt > ?2)""";

    public Uni<Void> queueUp(Mutiny.Session session, UUID vehicleId) {
        return session.createNativeQuery(QUEUE_UP, Integer.class)
                .setParameter(1, vehicleId.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    public Uni<Void> add(Mutiny.Session session, VehicleFile vehicle, Reading reading) {
        return session.persist(new OdometerReadingRow(vehicle, reading)).chain(session::flush);
    }

    public Uni<Reading> get(Mutiny.Session session, UUID id) {
        return session.find(OdometerReadingRow.class, id, LockModeType.NONE).map(OdometerReadingRow::toReading);
    }

    /** The last reading at or before the moment. */
    public Uni<Optional<Reading>> findBefore(Mutiny.Session session, UUID vehicleId, Instant moment) {
        return first(session, BEFORE, vehicleId, moment);
    }

    /** The first reading after the moment. */
    public Uni<Optional<Reading>> findAfter(Mutiny.Session session, UUID vehicleId, Instant moment) {
        return first(session, AFTER, vehicleId, moment);
    }

    /** Whether the vehicle was driven at the moment. */
    public Uni<Boolean> isOnTrip(Mutiny.Session session, UUID vehicleId, Instant moment) {
        return session.createQuery(ON_A_TRIP, Long.class)
                .setParameter(1, vehicleId)
                .setParameter(2, moment)
                .getSingleResult()
                .map(trips -> trips > 0);
    }

    private static Uni<Optional<Reading>> first(Mutiny.Session session, String query, UUID vehicleId, Instant moment) {
        return session.createQuery(query, OdometerReadingRow.class)
                .setParameter(1, vehicleId)
                .setParameter(2, moment)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(OdometerReadingRow::toReading));
    }

    /** Readings older than this id, the newest first. */
    public Uni<List<Reading>> list(Mutiny.Session session, UUID vehicleId, UUID before, int limit) {
        return session.createQuery(PAGE, OdometerReadingRow.class)
                .setParameter(1, vehicleId)
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(OdometerReadingRow::toReading).toList());
    }
}
