package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.IdleFilter;
import org.motorpool.dispatch.registry.IdleVehicle;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleFilter;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleState;

/** Vehicles in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Vehicles {

    /** More than any one installation's fleet; a list is never without a limit. */
    private static final int FLEET_LIMIT = 200_000;

    private static final int INSERT_BATCH = 100;

    /** Confidential vehicles are counted, never shown. */
    private static final String SHOWN = " and v.particulars.confidential = false";

    public Uni<List<VehicleFile>> list(Mutiny.Session session, String scopePath, VehicleFilter filter, int limit) {
        Map<String, Object> bound = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Vehicle v where v.disposedOn is null" + SHOWN);
        narrow(where, bound, " and v.unitPath like :scope", scopePath + "%");
        narrow(where, bound, " and v.plate > :after", filter.afterPlate());
        narrow(where, bound, " and v.unitId = :unit", filter.unitId());
        narrow(where, bound, " and v.category = :category", filter.category());
        narrow(where, bound, " and v.energyType = :energy", filter.energyType());
        Mutiny.SelectionQuery<VehicleRow> query =
                session.createQuery(where.append(" order by v.plate").toString(), VehicleRow.class);
        bound.forEach(query::setParameter);
        return files(query.setMaxResults(limit));
    }

    public Uni<Optional<VehicleFile>> find(Mutiny.Session session, UUID id) {
        return session.find(VehicleRow.class, id).map(row -> Optional.ofNullable(row)
                .filter(found -> !found.isConfidential())
                .map(VehicleRow::toFile));
    }

    /** Locks the vehicle, if the session sees it, until the transaction ends; {@link #find} then asks no more. */
    public Uni<Void> hold(Mutiny.Session session, UUID id) {
        return session.find(VehicleRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .replaceWithVoid();
    }

    /** Confidential or not; only to change that. */
    public Uni<Optional<VehicleFile>> lockAny(Mutiny.Session session, UUID id) {
        return locked(session, "from Vehicle v where v.id = ?1 and v.disposedOn is null", id);
    }

    public Uni<Optional<VehicleFile>> lock(Mutiny.Session session, UUID id) {
        return locked(session, "from Vehicle v where v.id = ?1 and v.disposedOn is null" + SHOWN, id);
    }

    private static Uni<Optional<VehicleFile>> locked(Mutiny.Session session, String query, UUID id) {
        return session.createQuery(query, VehicleRow.class)
                .setParameter(1, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(VehicleRow::toFile));
    }

    public Uni<List<VehicleFile>> listInService(Mutiny.Session session, String scopePath) {
        return files(session.createQuery("""
                        from Vehicle v where v.unitPath like ?1 and v.state <> ?2 and v.disposedOn is null
                        and v.particulars.confidential = false order by v.plate""", VehicleRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, VehicleState.OUT_OF_SERVICE)
                .setMaxResults(FLEET_LIMIT));
    }

    public Uni<List<VehicleFile>> listByIds(Mutiny.Session session, Collection<UUID> ids) {
        return files(
                session.createQuery("from Vehicle v where v.id in ?1" + SHOWN + " order by v.plate", VehicleRow.class)
                        .setParameter(1, ids)
                        .setMaxResults(FLEET_LIMIT));
    }

    public Uni<Optional<VehicleFile>> markState(Mutiny.Session session, UUID id, VehicleState state, Instant at) {
        return change(session, id, row -> row.mark(state, at));
    }

    public Uni<Optional<VehicleFile>> dispose(Mutiny.Session session, UUID id, LocalDate on) {
        return change(session, id, row -> row.dispose(on));
    }

    /** To another unit, with all that belongs to its file; both units must be in the scope of the session. */
    public Uni<Optional<VehicleFile>> move(Mutiny.Session session, UUID id, Unit unit, VehicleApi.Place home) {
        return session.find(VehicleRow.class, id).chain(row -> {
            if (row == null) {
                return Uni.createFrom().item(Optional.empty());
            }
            row.moveTo(unit, home);
            return session.flush().chain(_ -> session.refresh(row)).map(_ -> Optional.of(row.toFile()));
        });
    }

    public Uni<Optional<VehicleFile>> replace(Mutiny.Session session, UUID oldId, UUID newId) {
        return change(session, oldId, row -> row.replacedBy(newId));
    }

    public Uni<Optional<VehicleFile>> describe(Mutiny.Session session, UUID id, VehicleParticulars described) {
        return change(session, id, row -> row.describe(described));
    }

    public Uni<Optional<VehicleFile>> readOdometer(Mutiny.Session session, UUID id, long odometer_km) {
        return change(session, id, row -> row.read(odometer_km));
    }

    /** Plate, colour, brand, model, seats and particulars as in the file. */
    public Uni<Optional<VehicleFile>> correct(Mutiny.Session session, VehicleFile file) {
        return change(session, file.id(), row -> {
            row.name(file);
            row.describe(file.particulars());
        });
    }

    /** Vehicles on file with one of these VINs, confidential ones too: for the import, which shows nothing of them. */
    public Uni<List<VehicleFile>> listByVins(Mutiny.Session session, Collection<String> vins) {
        return files(session.createQuery("from Vehicle v where v.vin in ?1", VehicleRow.class)
                .setParameter(1, vins)
                .setMaxResults(FLEET_LIMIT));
    }

    /** Vehicles of the category that wait since before the moment, longest first, but those of the unit. */
    public Uni<List<IdleVehicle>> listIdle(Mutiny.Session session, IdleFilter filter, int limit) {
        return session.createQuery("""
                        from Vehicle v where v.category = ?1 and v.idleSince < ?2 and v.unitId <> ?3 and v.unitPath like ?4
                        and v.disposedOn is null and v.replacedById is null and v.particulars.confidential = false
                        order by v.idleSince, v.id""", VehicleRow.class)
                .setParameter(1, filter.category())
                .setParameter(2, filter.idleBefore())
                .setParameter(3, filter.notOfUnit())
                .setParameter(4, filter.scopePath() + "%")
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new IdleVehicle(row.toFile(), Objects.requireNonNull(row.idleSince)))
                        .toList());
    }

    public Uni<Void> add(Mutiny.Session session, List<VehicleFile> files, Instant at) {
        Object[] rows = files.stream().map(file -> new VehicleRow(file, at)).toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }

    public Uni<Map<UnitCategory, Integer>> countInUse(Mutiny.Session session, Collection<UUID> unitIds) {
        return session.createQuery("""
                        select v.unitId, v.category, count(v) from Vehicle v
                        where v.unitId in ?1 and v.disposedOn is null and v.replacedById is null
                        group by v.unitId, v.category""", Object[].class)
                .setParameter(1, unitIds)
                .setMaxResults(FLEET_LIMIT)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new UnitCategory((UUID) row[0], (String) row[1]),
                                row -> Math.toIntExact((Long) row[2]))));
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> bound, String condition, @Nullable Object value) {
        if (value != null) {
            String name = condition.substring(condition.indexOf(':') + 1);
            where.append(condition);
            bound.put(name, value);
        }
    }

    private static Uni<Optional<VehicleFile>> change(Mutiny.Session session, UUID id, Consumer<VehicleRow> change) {
        return session.find(VehicleRow.class, id).chain(row -> {
            if (row == null) {
                return Uni.createFrom().item(Optional.empty());
            }
            change.accept(row);
            return session.flush().map(_ -> Optional.of(row.toFile()));
        });
    }

    private static Uni<List<VehicleFile>> files(Mutiny.SelectionQuery<VehicleRow> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(VehicleRow::toFile).toList());
    }
}
