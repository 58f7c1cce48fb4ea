package org.motorpool.dispatch.supervision;

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
import org.motorpool.dispatch.contract.SupervisionApi.RunReport;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.supervision.store.Runs;

/** Judges the day before every night, and up to a week of nights that were missed; one replica does it. */
@Singleton
class NightlyRun {

    private static final Logger LOG = Logger.getLogger(NightlyRun.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int MISSED_DAYS = 7;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Runs runs;
    private final SupervisionRun run;
    private final AuditTrail audit;
    private final SupervisionConfig config;
    private final Clock clock;

    NightlyRun(
            Ticker ticker,
            ScopedTransactions transactions,
            Runs runs,
            SupervisionRun run,
            AuditTrail audit,
            SupervisionConfig config,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.runs = runs;
        this.run = run;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.nightly()) {
            ticker.every(PERIOD, "supervision", this::runIfDue);
        }
    }

    /** Judges one day, if one is due and nobody else has it. */
    Uni<Void> runIfDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> runs.findLast(session)
                        .map(last -> due(last, now.atZone(CHINA)))
                        .chain(due -> claim(session, due, now)))
                .chain(claimed -> claimed.map(this::judge)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Optional<LocalDate> due(Optional<LocalDate> last, ZonedDateTime now) {
        boolean nightIsOver = !now.toLocalTime().isBefore(config.nightlyAt());
        LocalDate latest = now.toLocalDate().minusDays(nightIsOver ? 1 : 2);
        LocalDate earliest = latest.minusDays(MISSED_DAYS - 1);
        LocalDate next = last.map(day -> day.plusDays(1)).orElse(latest);
        LocalDate due = next.isBefore(earliest) ? earliest : next;
        return due.isAfter(latest) ? Optional.empty() : Optional.of(due);
    }

    private Uni<Optional<LocalDate>> claim(Mutiny.Session session, Optional<LocalDate> due, Instant now) {
        return due.map(day -> runs.claim(session, day, now, now.plus(config.nightlyLease()))
                        .map(claimed -> claimed ? due : Optional.<LocalDate>empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> judge(LocalDate day) {
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session -> audit.note(session, Scope.SYSTEM, "supervision-run", "all, with tracks of " + day))
                .chain(_ -> run.over("/", day))
                .call(report ->
                        transactions.inTransaction(Scope.SYSTEM, session -> runs.end(session, report, clock.instant())))
                .invoke(NightlyRun::log)
                .replaceWithVoid();
    }

    private static void log(RunReport report) {
        LOG.infof(
                "supervision of %s: %d vehicles, %d tracks, %d untold, %d findings",
                report.day(), report.vehicles(), report.tracks(), report.untold(), report.raised());
    }
}
