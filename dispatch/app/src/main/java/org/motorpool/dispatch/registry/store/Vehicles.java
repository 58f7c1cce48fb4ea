package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleFilter;
import org.motorpool.dispatch.registry.VehicleState;

/** Vehicles in PostgreSQL; every call runs in the caller's session. */
@ApplicationScoped
public class Vehicles {

    /** More than any one installation's fleet; a list is never without a limit. */
    private static final int FLEET_LIMIT = 200_000;

    private static final int INSERT_BATCH = 100;

    public Uni<List<VehicleFile>> list(Mutiny.Session session, String scopePath, VehicleFilter filter, int limit) {
        Map<String, Object> bound = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Vehicle v where v.disposedOn is null");
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
        return session.find(VehicleRow.class, id)
                .map(row -> Optional.ofNullable(row).map(VehicleRow::toFile));
    }

    public Uni<Optional<VehicleFile>> lock(Mutiny.Session session, UUID id) {
        return session.createQuery("from Vehicle v where v.id = ?1 and v.disposedOn is null", VehicleRow.class)
                .setParameter(1, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(VehicleRow::toFile));
    }

    public Uni<List<VehicleFile>> listInService(Mutiny.Session session, String scopePath) {
        return files(session.createQuery("""
                        from Vehicle v where v.unitPath like ?1 and v.state <> ?2 and v.disposedOn is null
                        order by v.plate""", VehicleRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, VehicleState.OUT_OF_SERVICE)
                .setMaxResults(FLEET_LIMIT));
    }

    public Uni<List<VehicleFile>> listByIds(Mutiny.Session session, Collection<UUID> ids) {
        return files(session.createQuery("from Vehicle v where v.id in ?1 order by v.plate", VehicleRow.class)
                .setParameter(1, ids)
                .setMaxResults(FLEET_LIMIT));
    }

    public Uni<Optional<VehicleFile>> markState(Mutiny.Session session, UUID id, VehicleState state) {
        return change(session, id, row -> row.mark(state));
    }

    public Uni<Optional<VehicleFile>> dispose(Mutiny.Session session, UUID id, LocalDate on) {
        return change(session, id, row -> row.dispose(on));
    }

    public Uni<Void> add(Mutiny.Session session, List<VehicleFile> files) {
        Object[] rows = files.stream().map(VehicleRow::new).toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }

    public Uni<Map<UnitCategory, Integer>> countInUse(Mutiny.Session session, Collection<UUID> unitIds) {
        return session.createQuery("""
                        select v.unitId, v.category, count(v) from Vehicle v
                        where v.unitId in ?1 and v.disposedOn is null group by v.unitId, v.category""", Object[].class)
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
