package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.DisposalRule;
import org.motorpool.dispatch.compliance.DisposalRuleBook;
import org.motorpool.dispatch.compliance.IdleRule;

/** Rule rows of disposal; a row of the province replaces the national one of the same key. */
@Singleton
public class DisposalRules {

    private static final int MOST = 10_000;

    private static final String DISPOSAL = """
            select jurisdiction, cast(effective_from as text), cast(coalesce(effective_to, 'infinity') as text), method,
                   appraisal_required, notice_days, income, receiver, clause
            from disposal_rule""";

    private static final String IDLE = """
            select days, clause from idle_rule
            where jurisdiction in ('100000', ?1) and effective_from <= ?2 and (effective_to is null or effective_to > ?2)
            order by jurisdiction = '100000' limit 1""";

    /** Every row; they are few. */
    public Uni<DisposalRuleBook> load(Mutiny.Session session) {
        return session.createNativeQuery(DISPOSAL, Object[].class)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> new DisposalRuleBook(
                        rows.stream().map(DisposalRules::dated).toList()));
    }

    /** From when on a vehicle is idle in the province on the day. */
    public Uni<IdleRule> idle(Mutiny.Session session, String provinceCode, LocalDate day) {
        return session.createNativeQuery(IDLE, Object[].class)
                .setParameter(1, provinceCode)
                .setParameter(2, day)
                .getSingleResult()
                .map(row -> new IdleRule(((Number) row[0]).intValue(), (String) row[1]));
    }

    private static DisposalRuleBook.Dated dated(Object[] row) {
        String end = (String) row[2];
        return new DisposalRuleBook.Dated(
                (String) row[0],
                LocalDate.parse((String) row[1]),
                end.equals("infinity") ? LocalDate.MAX : LocalDate.parse(end),
                new DisposalRule(
                        (String) row[3],
                        (Boolean) row[4],
                        ((Number) row[5]).intValue(),
                        DisposalRule.Income.valueOf((String) row[6]),
                        DisposalRule.Receiver.valueOf((String) row[7]),
                        (String) row[8]));
    }
}
