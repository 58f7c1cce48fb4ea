package org.motorpool.dispatch.organisation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitStatus;

/** Units and regions in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Units {

    public Uni<List<Unit>> list(Mutiny.Session session, String scopePath, String afterCode, int limit) {
        return session.createQuery("from Unit u where u.path like ?1 and u.code > ?2 order by u.code", UnitRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, afterCode)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(UnitRow::toUnit).toList());
    }

    public Uni<Optional<Unit>> find(Mutiny.Session session, UUID id) {
        return session.find(UnitRow.class, id)
                .map(row -> Optional.ofNullable(row).map(UnitRow::toUnit));
    }

    public Uni<Optional<Unit>> findByCode(Mutiny.Session session, String code) {
        return session.createQuery("from Unit u where u.code = ?1", UnitRow.class)
                .setParameter(1, code)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(UnitRow::toUnit));
    }

    public Uni<List<Unit>> listByCodes(Mutiny.Session session, String scopePath, Collection<String> codes) {
        return session.createQuery("from Unit u where u.path like ?1 and u.code in ?2", UnitRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, codes)
                .setMaxResults(codes.size())
                .getResultList()
                .map(rows -> rows.stream().map(UnitRow::toUnit).toList());
    }

    /** Whether it is neither merged nor abolished. */
    public Uni<Boolean> isActive(Mutiny.Session session, UUID id) {
        return session.createQuery("select u.status from Unit u where u.id = ?1", String.class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map("ACTIVE"::equals);
    }

    public Uni<Optional<Integer>> findStaff(Mutiny.Session session, UUID id) {
        return session.find(UnitRow.class, id)
                .map(row -> Optional.ofNullable(row).map(found -> found.staffCount));
    }

    public Uni<UnitStatus> status(Mutiny.Session session, UUID id) {
        return session.find(UnitRow.class, id).map(UnitRow::toStatus);
    }

    public Uni<Boolean> hasChildren(Mutiny.Session session, UUID id) {
        return session.createQuery(
                        "select count(u) from Unit u where u.parentId = ?1 and u.status = 'ACTIVE'", Long.class)
                .setParameter(1, id)
                .getSingleResult()
                .map(children -> children > 0);
    }

    public Uni<Void> end(Mutiny.Session session, UUID id, LocalDate on, @Nullable UUID successorId) {
        return session.find(UnitRow.class, id)
                .invoke(row -> row.end(on, successorId))
                .chain(session::flush);
    }

    public Uni<Void> describe(
            Mutiny.Session session, UUID id, @Nullable Integer staffCount, @Nullable Boolean mainBudget) {
        return session.find(UnitRow.class, id)
                .invoke(row -> row.describe(staffCount, mainBudget))
                .chain(session::flush);
    }

    /** Whether a unit lies outside the subtree of this path. */
    public Uni<Boolean> anyOutside(Mutiny.Session session, String path) {
        return session.createQuery("select count(u) from Unit u where u.path not like ?1", Long.class)
                .setParameter(1, path + "%")
                .getSingleResult()
                .map(outside -> outside > 0);
    }

    public Uni<List<UnitApi.Region>> listRegions(Mutiny.Session session, String afterCode, int limit) {
        return session.createQuery("from Region r where r.code > ?1 order by r.code", RegionRow.class)
                .setParameter(1, afterCode)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(RegionRow::toRegion).toList());
    }

    public Uni<Void> add(Mutiny.Session session, List<UnitApi.Region> regions, List<Unit> units) {
        Object[] rows = java.util.stream.Stream.concat(
                        regions.stream().map(RegionRow::new), units.stream().map(UnitRow::new))
                .toArray();
        return session.persistAll(rows).chain(session::flush);
    }
}
