package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.settlement.CancelledCharge;

/** What was charged for expenses that were cancelled afterwards. */
@Singleton
public class CancelledCharges {

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

    /** Where the expense stands. */
    public Uni<CancelledCharge> get(Mutiny.Session session, UUID expenseId) {
        return session.createNativeQuery(CHARGED, Object[].class)
                .setParameter(1, expenseId)
                .getSingleResult()
                .map(CancelledCharges::charge);
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
}
