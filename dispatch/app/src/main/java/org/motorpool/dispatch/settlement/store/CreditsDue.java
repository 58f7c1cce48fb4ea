package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.settlement.CancelledCharge;

/** Cancelled expenses that may be charged to somebody; the database writes them down when they are cancelled. */
@Singleton
public class CreditsDue {

    /** Another replica that claims at the same time takes others. */
    private static final String CLAIM = """
            update credit_due set due_at = ?2, attempts = attempts + 1
            where expense_id in (select expense_id from credit_due where due_at <= ?1 order by due_at limit ?3 for update skip locked)
            returning expense_id
            """;

    private static final String LOCK = "select expense_id from credit_due where expense_id = ?1 for update";

    /** Where the expense was charged; one that is being priced at the moment may still be. */
    private static final String CHARGED = """
            select exists (select from charge_due d where d.order_id = e.order_id), p.id is not null, s.id, l.id,
                   coalesce(s.status <> 'DRAFT', false),
                   coalesce(l.amount_fen + (select coalesce(sum(c.amount_fen), 0) from statement_line c where c.offsets_id = l.id), 0),
                   e.change_reason
            from expense_entry e
                     left join charge_line p on p.expense_id = e.id
                     left join statement_line l on l.charge_line_id = p.id
                     left join statement s on s.id = l.statement_id
            where e.id = ?1
            """;

    /** Those that are due now; they are due again at {@code nextTry}, unless they are done by then. */
    public Uni<List<UUID>> claim(Mutiny.Session session, Instant now, Instant nextTry, int limit) {
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter(1, now)
                .setParameter(2, nextTry)
                .setParameter(3, limit)
                .getResultList();
    }

    /** Where the expense stands, when it still waits; to the end of the transaction nobody else takes it back. */
    public Uni<Optional<CancelledCharge>> lock(Mutiny.Session session, UUID expenseId) {
        return session.createNativeQuery(LOCK, UUID.class)
                .setParameter(1, expenseId)
                .getSingleResultOrNull()
                .chain(waits -> waits == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.createNativeQuery(CHARGED, Object[].class)
                                .setParameter(1, expenseId)
                                .getSingleResult()
                                .map(row -> Optional.of(charge(row))));
    }

    private static CancelledCharge charge(Object[] row) {
        return new CancelledCharge(
                (Boolean) row[0],
                (Boolean) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (Boolean) row[4],
                ((Number) row[5]).longValue(),
                (String) row[6]);
    }

    public Uni<Void> done(Mutiny.Session session, UUID expenseId) {
        return session.createNativeQuery("delete from credit_due where expense_id = ?1")
                .setParameter(1, expenseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> failed(Mutiny.Session session, UUID expenseId, String problem) {
        return session.createNativeQuery("update credit_due set problem = ?2 where expense_id = ?1")
                .setParameter(1, expenseId)
                .setParameter(2, problem)
                .executeUpdate()
                .replaceWithVoid();
    }
}
