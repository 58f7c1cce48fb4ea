package org.motorpool.dispatch.sharing.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.sharing.AgreementUse;
import org.motorpool.dispatch.sharing.PlannedUse;

/** How much an agreement is used; orders that others made count too, whatever the session's scope. */
@Singleton
public class AgreementUses {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";
    private static final String COUNT =
            "select vehicles, uses, distance_m, price_fen from agreement_use(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    /** Uses by the home party of the host party's vehicles; who counts waits until who counted before is done. */
    public Uni<AgreementUse> lockAndCount(
            Mutiny.Session session, UUID agreementId, String homeParty, String hostParty, PlannedUse use) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter(1, "agreement " + agreementId)
                .getSingleResultOrNull()
                .chain(() -> count(session, agreementId, homeParty, hostParty, use));
    }

    private static Uni<AgreementUse> count(
            Mutiny.Session session, UUID agreementId, String homeParty, String hostParty, PlannedUse use) {
        LocalDate month = Days.of(use.from()).withDayOfMonth(1);
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, agreementId)
                .setParameter(2, homeParty)
                .setParameter(3, hostParty)
                .setParameter(4, use.from())
                .setParameter(5, use.to())
                .setParameter(6, Days.start(month))
                .setParameter(7, Days.start(month.plusMonths(1)))
                .setParameter(8, use.instead())
                .getSingleResult()
                .map(row -> new AgreementUse((Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3]));
    }
}
