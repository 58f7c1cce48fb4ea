package org.motorpool.dispatch.reconciliation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.reconciliation.store.NightClaims;

/**
 * Attributes the day before every night, up to a week of nights that were missed, and each day again when what terminals sent late
 * is there; one replica does it.
 */
@Singleton
class ReconciliationNight {

    private static final Logger LOG = Logger.getLogger(ReconciliationNight.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int MISSED_DAYS = 7;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final NightClaims claims;
    private final ReconciliationRun run;
    private final AuditTrail audit;
    private final ReconciliationConfig config;
    private final Clock clock;

    ReconciliationNight(
            Ticker ticker,
            ScopedTransactions transactions,
            NightClaims claims,
            ReconciliationRun run,
            AuditTrail audit,
            ReconciliationConfig config,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.claims = claims;
        this.run = run;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.nightly()) {
            ticker.every(PERIOD, "reconciliation", () -> runIfDue(0).chain(() -> runIfDue(1)));
        }
    }

    /** Attributes one day of the pass, if one is due and nobody else has it. */
    Uni<Void> runIfDue(int pass) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> claims.findLast(session, pass)
                        .map(last -> due(last, pass, now.atZone(CHINA)))
                        .chain(due -> claim(session, due, pass, now)))
                .chain(claimed -> claimed.map(day -> attribute(day, pass))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Optional<LocalDate> due(Optional<LocalDate> last, int pass, ZonedDateTime now) {
        boolean nightIsOver = !now.toLocalTime().isBefore(config.nightlyAt());
        LocalDate latest =
                now.toLocalDate().minusDays(nightIsOver ? 1 : 2).minusDays(pass == 0 ? 0 : config.againAfterDays());
        LocalDate earliest = latest.minusDays(MISSED_DAYS - 1);
        LocalDate next = last.map(day -> day.plusDays(1)).orElse(latest);
        LocalDate due = next.isBefore(earliest) ? earliest : next;
        return due.isAfter(latest) ? Optional.empty() : Optional.of(due);
    }

    private Uni<Optional<LocalDate>> claim(Mutiny.Session session, Optional<LocalDate> due, int pass, Instant now) {
        return due.map(day -> claims.claim(session, day, pass, now, now.plus(config.nightlyLease()))
                        .map(claimed -> claimed ? due : Optional.<LocalDate>empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> attribute(LocalDate day, int pass) {
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session ->
                                audit.note(session, Scope.SYSTEM, "reconciliation-run", "all, with tracks of " + day))
                .chain(_ -> run.over("/", day))
                .call(report -> transactions.inTransaction(
                        Scope.SYSTEM, session -> claims.end(session, report, pass, clock.instant())))
                .invoke(report -> LOG.infof(
                        "reconciliation of %s: %d vehicles, %d untold, %d changed",
                        report.day(), report.vehicles(), report.untold(), report.changed()))
                .replaceWithVoid();
    }
}
