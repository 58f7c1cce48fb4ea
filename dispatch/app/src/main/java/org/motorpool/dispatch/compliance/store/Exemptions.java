package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.ExemptionFile;

/** Exemptions from the NEV share in PostgreSQL. */
@Singleton
public class Exemptions {

    private static final String USE =
            "update nev_exemption set acquisition_id = ?2 where id = ?1 and acquisition_id is null";

    public Uni<Void> add(Mutiny.Session session, ExemptionFile file, String username) {
        return session.persist(new ExemptionRow(file, username)).chain(session::flush);
    }

    public Uni<Optional<ExemptionFile>> find(Mutiny.Session session, UUID id) {
        return session.find(ExemptionRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ExemptionRow::toFile));
    }

    /** Newest first, before {@code before}. */
    public Uni<List<ExemptionFile>> list(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(
                        "from NevExemption e where e.unitPath like ?1 and e.id < ?2 order by e.id desc",
                        ExemptionRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(ExemptionRow::toFile).toList());
    }

    /** Whether this call used it up. */
    public Uni<Boolean> use(Mutiny.Session session, UUID id, UUID acquisitionId) {
        return session.createNativeQuery(USE)
                .setParameter(1, id)
                .setParameter(2, acquisitionId)
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
