package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.MileageApi.RunReport;

/** Nights in PostgreSQL: who claims a day and pass has it until the lease ends. */
@Singleton
public class NightClaims {

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('motorpool.reconciliation.night'))";

    private static final String LAST =
            "select max(day) from reconciliation_run where pass = ?1 and ended_at is not null";

    private static final String CLAIM = """
            insert into reconciliation_run (day, pass, claimed_at, lease_until) values (?1, ?2, ?3, ?4)
            on conflict (day, pass) do update set claimed_at = ?3, lease_until = ?4
            where reconciliation_run.ended_at is null and reconciliation_run.lease_until < ?3""";

    private static final String END = """
            update reconciliation_run set ended_at = ?3, vehicles = ?4, changed = ?5 where day = ?1 and pass = ?2""";

    /** The last day of the pass that was finished. */
    public Uni<Optional<LocalDate>> findLast(Mutiny.Session session, int pass) {
        return session.createNativeQuery(LAST, LocalDate.class)
                .setParameter(1, pass)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Whether the day is the caller's now; one replica asks at a time. */
    public Uni<Boolean> claim(Mutiny.Session session, LocalDate day, int pass, Instant now, Instant leaseUntil) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .getSingleResult()
                .chain(alone -> alone
                        ? session.createNativeQuery(CLAIM)
                                .setParameter(1, day)
                                .setParameter(2, pass)
                                .setParameter(3, now)
                                .setParameter(4, leaseUntil)
                                .executeUpdate()
                                .map(claimed -> claimed == 1)
                        : Uni.createFrom().item(false));
    }

    public Uni<Void> end(Mutiny.Session session, RunReport report, int pass, Instant now) {
        return session.createNativeQuery(END)
                .setParameter(1, report.day())
                .setParameter(2, pass)
                .setParameter(3, now)
                .setParameter(4, report.vehicles())
                .setParameter(5, report.changed())
                .executeUpdate()
                .replaceWithVoid();
    }
}
