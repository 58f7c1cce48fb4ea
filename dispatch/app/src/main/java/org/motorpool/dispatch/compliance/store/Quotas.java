package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.QuotaFile;

/** Quotas in PostgreSQL; every call runs in the caller's session. */
@ApplicationScoped
public class Quotas {

    private static final int INSERT_BATCH = 100;

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

    /** The number in force on the day, 0 without a quota. */
    public Uni<Integer> number(Mutiny.Session session, UUID unitId, String category, LocalDate day) {
        return session.createQuery("""
                        select q.number from Quota q where q.unitId = ?1 and q.category = ?2 and q.effectiveFrom <= ?3
                        and (q.effectiveTo is null or q.effectiveTo > ?3)""", Integer.class)
                .setParameter(1, unitId)
                .setParameter(2, category)
                .setParameter(3, day)
                .getSingleResultOrNull()
                .map(number -> number == null ? 0 : number);
    }

    public Uni<Void> add(Mutiny.Session session, List<QuotaFile> files) {
        Object[] rows = files.stream().map(QuotaRow::new).toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }
}
