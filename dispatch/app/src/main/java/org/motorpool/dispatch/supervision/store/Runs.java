package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.SupervisionApi.RunReport;

/** Nightly runs in PostgreSQL: who claims a day has it until the lease ends. */
@Singleton
public class Runs {

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('motorpool.supervision'))";

    private static final String LAST = "select max(day) from supervision_run where ended_at is not null";

    private static final String CLAIM = """
            insert into supervision_run (day, claimed_at, lease_until) values (?1, ?2, ?3)
            on conflict (day) do update set claimed_at = ?2, lease_until = ?3
            where supervision_run.ended_at is null and supervision_run.lease_until < ?2""";

    private static final String END =
            "update supervision_run set ended_at = ?2, vehicles = ?3, raised = ?4 where day = ?1";

    /** The last day that was judged to its end. */
    public Uni<Optional<LocalDate>> findLast(Mutiny.Session session) {
        return session.createNativeQuery(LAST, LocalDate.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Whether the day is the caller's now; one replica asks at a time. */
    public Uni<Boolean> claim(Mutiny.Session session, LocalDate day, Instant now, Instant leaseUntil) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .getSingleResult()
                .chain(alone -> alone
                        ? session.createNativeQuery(CLAIM)
                                .setParameter(1, day)
                                .setParameter(2, now)
                                .setParameter(3, leaseUntil)
                                .executeUpdate()
                                .map(claimed -> claimed == 1)
                        : Uni.createFrom().item(false));
    }

    public Uni<Void> end(Mutiny.Session session, RunReport report, Instant now) {
        return session.createNativeQuery(END)
                .setParameter(1, report.day())
                .setParameter(2, now)
                .setParameter(3, report.vehicles())
                .setParameter(4, report.raised())
                .executeUpdate()
                .replaceWithVoid();
    }
}
