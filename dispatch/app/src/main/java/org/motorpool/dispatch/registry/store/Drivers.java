package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.registry.DriverFile;

/** Drivers in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Drivers {

    private static final int CREW_LIMIT = 200_000;
    private static final int INSERT_BATCH = 100;

    public Uni<List<DriverFile>> list(Mutiny.Session session, String scopePath, UUID after, int limit) {
        return files(session.createQuery(
                        "from Driver d where d.unitPath like ?1 and d.id > ?2 order by d.id", DriverRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, after)
                .setMaxResults(limit));
    }

    public Uni<Optional<DriverFile>> find(Mutiny.Session session, UUID id) {
        return session.find(DriverRow.class, id)
                .map(row -> Optional.ofNullable(row).map(DriverRow::toFile));
    }

    /** Locks the driver, if the session sees them, until the transaction ends; {@link #find} then asks no more. */
    public Uni<Void> hold(Mutiny.Session session, UUID id) {
        return session.find(DriverRow.class, id, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    public Uni<Optional<DriverFile>> findByUsername(Mutiny.Session session, String username) {
        return session.createQuery("from Driver d where d.username = ?1", DriverRow.class)
                .setParameter(1, username)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(DriverRow::toFile));
    }

    public Uni<List<DriverFile>> listByIds(Mutiny.Session session, Collection<UUID> ids) {
        return files(session.createQuery("from Driver d where d.id in ?1", DriverRow.class)
                .setParameter(1, ids));
    }

    public Uni<List<DriverFile>> listOnDuty(Mutiny.Session session, String scopePath) {
        return files(session.createQuery(
                        "from Driver d where d.unitPath like ?1 and d.vehicleId is not null order by d.id",
                        DriverRow.class)
                .setParameter(1, scopePath + "%")
                .setMaxResults(CREW_LIMIT));
    }

    public Uni<List<DriverFile>> listAll(Mutiny.Session session, String scopePath) {
        return files(session.createQuery("from Driver d where d.unitPath like ?1 order by d.id", DriverRow.class)
                .setParameter(1, scopePath + "%")
                .setMaxResults(CREW_LIMIT));
    }

    public Uni<Void> release(Mutiny.Session session, UUID vehicleId) {
        return session.createMutationQuery("update Driver d set d.vehicleId = null where d.vehicleId = ?1")
                .setParameter(1, vehicleId)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> add(Mutiny.Session session, List<DriverFile> files) {
        Object[] rows = files.stream().map(DriverRow::new).toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }

    private static Uni<List<DriverFile>> files(Mutiny.SelectionQuery<DriverRow> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(DriverRow::toFile).toList());
    }
}
