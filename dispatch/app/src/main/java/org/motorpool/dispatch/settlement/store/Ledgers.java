package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.SettlementApi.LedgerEntry;
import org.motorpool.dispatch.settlement.LedgerQuestion;

/** The account between two units: lines of issued statements and credit notes. */
@Singleton
public class Ledgers {

    private static final String LINES = """
            from StatementEntry e
            where e.payerUnitId = ?1 and e.payeeUnitId = ?2 and e.issuedAt >= ?3 and e.issuedAt < ?4 and e.id > ?5
            order by e.id
            """;
    private static final String SUMS = """
            select coalesce(sum(case when e.kind = 'STATEMENT' then e.amountFen else 0 end), 0),
                   coalesce(sum(case when e.kind = 'CREDIT_NOTE' then e.amountFen else 0 end), 0),
                   coalesce(sum(case when e.status = 'SETTLED' then e.amountFen else 0 end), 0)
            from StatementEntry e
            where e.payerUnitId = ?1 and e.payeeUnitId = ?2 and e.issuedAt >= ?3 and e.issuedAt < ?4
            """;

    /** What was charged, credited and settled. */
    public record Sums(long charged_fen, long credited_fen, long settled_fen) {}

    public Uni<List<LedgerEntry>> list(Mutiny.Session session, LedgerQuestion question, UUID after, int limit) {
        return ask(session.createQuery(LINES, EntryRow.class), question)
                .setParameter(5, after)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(EntryRow::toEntry).toList());
    }

    public Uni<Sums> sums(Mutiny.Session session, LedgerQuestion question) {
        return ask(session.createQuery(SUMS, Object[].class), question)
                .getSingleResult()
                .map(row -> new Sums(number(row[0]), number(row[1]), number(row[2])));
    }

    private static <T> Mutiny.SelectionQuery<T> ask(Mutiny.SelectionQuery<T> query, LedgerQuestion question) {
        return query.setParameter(1, question.payerUnitId())
                .setParameter(2, question.payeeUnitId())
                .setParameter(3, question.start())
                .setParameter(4, question.end());
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }
}
