package org.motorpool.dispatch.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.contract.ReportApi.CheckItem;
import org.motorpool.dispatch.contract.ReportApi.CheckResult;
import org.motorpool.dispatch.contract.ReportApi.Submission;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.reporting.store.Checks;
import org.motorpool.dispatch.reporting.store.Submissions;

/**
 * From county to city to province to nation: each level checks its report and submits it, which freezes it; only the level above
 * gives it back, with a reason.
 */
@Singleton
public class SubmissionService {

    private static final String CLAUSE = "公务用车年度统计报告：逐级校验、逐级报送";
    private static final int NAMED = 20;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final ReportCompiler compiler;
    private final Submissions submissions;
    private final Checks checks;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    SubmissionService(
            ScopedTransactions transactions,
            UnitService units,
            ReportCompiler compiler,
            Submissions submissions,
            Checks checks,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.compiler = compiler;
        this.submissions = submissions;
        this.checks = checks;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What is missing or contradictory; changes nothing. */
    public Uni<CheckResult> check(Scope scope, @Nullable UUID unitId, String year) {
        Period period = Period.of(year, Days.today(clock));
        return transactions.inTransaction(scope, session -> units.get(session, of(scope, unitId))
                .chain(unit -> checks.run(session, unit, period, Days.today(clock))
                        .map(found -> new CheckResult(
                                period.year(), unit.id(), !found.errors(), found.total(), found.items()))));
    }

    /** Freeze the report of the unit; fails with problem {@code report-incomplete} while a check finds an error. */
    public Uni<AnnualReport> submit(Scope scope, @Nullable UUID unitId, String year) {
        Period period = Period.of(year, Days.today(clock));
        return transactions.inTransaction(scope, session -> units.get(session, of(scope, unitId))
                .call(unit -> lock(session, unit, period))
                .call(unit -> requireOpen(session, unit.id(), period, "report-submitted"))
                .call(unit -> requireParentOpen(session, unit, period))
                .call(unit -> requireComplete(session, unit, period))
                .chain(unit -> freeze(session, scope, unit, period)));
    }

    /** Give the submitted report of a unit below the caller's own back to it. */
    public Uni<Submission> reopen(Scope scope, UUID unitId, String year, String reason) {
        Period period = Period.of(year, Days.today(clock));
        return transactions.inTransaction(scope, session -> units.get(session, unitId)
                .invoke(unit -> requireAbove(scope, unit))
                .call(unit -> lock(session, unit, period))
                .call(unit -> requireParentOpen(session, unit, period))
                .chain(unit -> giveBack(session, scope, unit, period, reason)));
    }

    /** Where the units directly below stand, by code. */
    public Uni<List<Submission>> list(
            Scope scope, @Nullable UUID unitId, @Nullable String year, String after, int limit) {
        Period period = Period.of(year, Days.today(clock));
        return transactions.inTransaction(scope, session -> units.get(session, of(scope, unitId))
                .chain(unit -> submissions.listStands(session, unit.id(), period.year(), after, limit)));
    }

    /** The unit's report and that of the level above do not change meanwhile; always taken upwards, so nobody waits in a circle. */
    private Uni<Void> lock(Mutiny.Session session, Unit unit, Period period) {
        UUID parentId = unit.parentId();
        Uni<Void> own = submissions.lock(session, unit.id(), period.year());
        return parentId == null ? own : own.chain(() -> submissions.lock(session, parentId, period.year()));
    }

    private Uni<Void> requireParentOpen(Mutiny.Session session, Unit unit, Period period) {
        UUID parentId = unit.parentId();
        return parentId == null
                ? Uni.createFrom().voidItem()
                : requireOpen(session, parentId, period, "level-above-submitted");
    }

    /** A level above that is out of sight is out of scope as well; its report then decides nothing here. */
    private Uni<Void> requireOpen(Mutiny.Session session, UUID unitId, Period period, String code) {
        return submissions
                .find(session, unitId, period.year())
                .invoke(found -> found.ifPresent(report -> {
                    throw submitted(code, period.year(), report);
                }))
                .replaceWithVoid();
    }

    private Uni<Void> requireComplete(Mutiny.Session session, Unit unit, Period period) {
        return checks.run(session, unit, period, Days.today(clock))
                .invoke(found -> {
                    if (found.errors()) {
                        throw Problem.refused("report-incomplete", violations(found.items()))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AnnualReport> freeze(Mutiny.Session session, Scope scope, Unit unit, Period period) {
        Instant now = clock.instant();
        return compiler.compile(session, unit, period).chain(compiled -> submissions
                .nextVersion(session, unit.id(), period.year())
                .chain(version -> {
                    AnnualReport report = compiled.submitted(version, now, scope.username());
                    return submissions
                            .add(session, unit, period.to(), row(unit, report, compiled.amounts()))
                            .chain(() -> note(session, scope, "report-submitted", unit, period, version))
                            .replaceWith(report);
                }));
    }

    private Submitted row(Unit unit, AnnualReport report, Amounts amounts) {
        return new Submitted(
                Ids.next(),
                unit.id(),
                unit.path(),
                report.version(),
                report.submittedAt(),
                report.submittedBy(),
                amounts,
                write(report));
    }

    private Uni<Submission> giveBack(Mutiny.Session session, Scope scope, Unit unit, Period period, String reason) {
        return submissions
                .find(session, unit.id(), period.year())
                .map(found -> found.orElseThrow(() -> notSubmitted(unit, period.year())))
                .call(report -> submissions.reopen(session, report, reason, scope.username(), clock.instant()))
                .call(report -> note(session, scope, "report-reopened", unit, period, report.version()))
                .map(report -> new Submission(
                        unit.id(), unit.code(), unit.name(), unit.level(), "OPEN", report.version(), null, null));
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, String action, Unit unit, Period period, int version) {
        return audit.note(session, scope, action, "%s %d v%d".formatted(unit.code(), period.year(), version));
    }

    private static void requireAbove(Scope scope, Unit unit) {
        if (unit.path().equals(scope.unitPath())) {
            throw Problem.forbidden("已提交的报告只能由上一级退回", "only the level above can give a submitted report back")
                    .asException();
        }
    }

    private static List<Violation> violations(List<CheckItem> items) {
        return items.stream()
                .filter(item -> item.severity().equals("ERROR"))
                .limit(NAMED)
                .map(item -> new Violation(
                        item.check(),
                        CLAUSE,
                        "%s（%s）%s，共 %d 项".formatted(item.unitName(), item.unitCode(), item.message(), item.count()),
                        "%s (%s) %s; %d in all"
                                .formatted(item.unitName(), item.unitCode(), item.messageEn(), item.count())))
                .toList();
    }

    private static RuntimeException submitted(String code, int year, Submitted report) {
        return Problem.conflict(
                        code,
                        "%d 年度报告已于 %s 提交（第 %d 版），如需更正，请上一级先退回"
                                .formatted(year, Days.of(report.submittedAt()), report.version()),
                        "the report of %d was submitted on %s (version %d); to correct it, the level above must give it back first"
                                .formatted(year, Days.of(report.submittedAt()), report.version()))
                .asException();
    }

    private static RuntimeException notSubmitted(Unit unit, int year) {
        return Problem.conflict(
                        "report-not-submitted",
                        "%s %d 年度报告尚未提交，无需退回".formatted(unit.name(), year),
                        "%s has not submitted its report of %d".formatted(unit.name(), year))
                .asException();
    }

    private String write(AnnualReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report cannot be written as JSON: " + report.unitCode(), impossible);
        }
    }

    private static UUID of(Scope scope, @Nullable UUID unitId) {
        return Objects.requireNonNullElse(unitId, scope.unitId());
    }
}
