package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SettlementApi.Dispute;

/** Disputes of lines in PostgreSQL, each line once. */
@Singleton
public class Disputes {

    private static final int MOST = 100_000;

    public Uni<Dispute> add(Mutiny.Session session, UUID statementId, Dispute dispute) {
        return session.persist(new DisputeRow(statementId, dispute))
                .chain(session::flush)
                .replaceWith(dispute);
    }

    public Uni<List<Dispute>> list(Mutiny.Session session, UUID statementId) {
        return session.createQuery("from StatementDispute d where d.statementId = ?1 order by d.id", DisputeRow.class)
                .setParameter(1, statementId)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(DisputeRow::toDispute).toList());
    }

    /** A dispute of this statement. */
    public Uni<Optional<Dispute>> find(Mutiny.Session session, UUID statementId, UUID id) {
        return session.find(DisputeRow.class, id).map(row -> Optional.ofNullable(row)
                .filter(found -> found.statementId.equals(statementId))
                .map(DisputeRow::toDispute));
    }

    /** @param creditNoteId of an upheld dispute; null of a rejected one */
    public Uni<Void> resolve(
            Mutiny.Session session, UUID id, @Nullable UUID creditNoteId, String resolution, String by, Instant at) {
        return session.find(DisputeRow.class, id)
                .invoke(row -> row.resolve(creditNoteId, resolution, by, at))
                .chain(_ -> session.flush());
    }
}
