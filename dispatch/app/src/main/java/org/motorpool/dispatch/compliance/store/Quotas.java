package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.QuotaFile;

/** Quotas in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Quotas {

    private static final int INSERT_BATCH = 100;

    private static final String OCCUPANCY = """
            select coalesce((select q.number from quota q
                             where q.unit_id = ?1 and q.category = ?2 and q.effective_from <= ?3
                               and (q.effective_to is null or q.effective_to > ?3)), 0),
                   (select count(*) from vehicle v
                    where v.unit_id = ?1 and v.category = ?2 and v.disposed_on is null and v.replaced_by_id is null)""";

    private static final int HISTORY_LIMIT = 1000;

    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.quota.' || ?1, 0))) as locked""";

    private static final String HELD = """
            select q.category, q.number,
                   (select count(*) from vehicle v
                    where v.unit_id = ?1 and v.category = q.category and v.disposed_on is null and v.replaced_by_id is null)
            from quota q
            where q.unit_id = ?1 and q.effective_from <= ?2 and (q.effective_to is null or q.effective_to > ?2)
            order by q.category""";

    /** How many a unit may have, and has. */
    public record Occupancy(int quota, int inUse) {}

    /** Quotas in force on the day, by id after {@code after}. */
    public Uni<List<QuotaFile>> list(Mutiny.Session session, String scopePath, LocalDate day, UUID after, int limit) {
        return session.createQuery("""
                        from Quota q where q.unitPath like ?1 and q.id > ?3 and q.effectiveFrom <= ?2
                        and (q.effectiveTo is null or q.effectiveTo > ?2) order by q.id""", QuotaRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, day)
                .setParameter(3, after)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(QuotaRow::toFile).toList());
    }

    /** Quota of a unit and category on the day, 0 without one, and the vehicles that use it. */
    public Uni<Occupancy> occupancy(Mutiny.Session session, UUID unitId, String category, LocalDate day) {
        return session.createNativeQuery(OCCUPANCY, Object[].class)
                .setParameter(1, unitId)
                .setParameter(2, category)
                .setParameter(3, day)
                .getSingleResult()
                .map(row -> new Occupancy(((Number) row[0]).intValue(), ((Number) row[1]).intValue()));
    }

    public Uni<Void> add(Mutiny.Session session, List<QuotaFile> files, String username) {
        Object[] rows = files.stream()
                .map(file -> new QuotaRow(file).recordedBy(username))
                .toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }

    /** Categories of a unit on a day, with quota and use. */
    public record Held(String category, int quota, int inUse) {}

    public Uni<List<Held>> held(Mutiny.Session session, UUID unitId, LocalDate day) {
        return session.createNativeQuery(HELD, Object[].class)
                .setParameter(1, unitId)
                .setParameter(2, day)
                .setMaxResults(HISTORY_LIMIT)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new Held((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                        .toList());
    }

    /** All versions of a unit and category (empty: all categories), the newest first. */
    public Uni<List<QuotaFile>> history(Mutiny.Session session, UUID unitId, String category) {
        return session.createQuery("""
                        from Quota q where q.unitId = ?1 and (?2 = '' or q.category = ?2)
                        order by q.effectiveFrom desc, q.category""", QuotaRow.class)
                .setParameter(1, unitId)
                .setParameter(2, category)
                .setMaxResults(HISTORY_LIMIT)
                .getResultList()
                .map(rows -> rows.stream().map(QuotaRow::toFile).toList());
    }

    /** The version that begins last, locked until the transaction ends. */
    public Uni<Optional<QuotaFile>> lockLatest(Mutiny.Session session, UUID unitId, String category) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, unitId + category)
                .getSingleResult()
                .chain(_ -> history(session, unitId, category))
                .map(versions -> versions.stream().findFirst());
    }

    /** End a version. */
    public Uni<Void> end(Mutiny.Session session, UUID id, LocalDate day) {
        return session.createMutationQuery("update Quota q set q.effectiveTo = ?2 where q.id = ?1")
                .setParameter(1, id)
                .setParameter(2, day)
                .executeUpdate()
                .replaceWithVoid();
    }
}
