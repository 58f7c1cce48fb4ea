package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.SupervisionApi.RunReport;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.supervision.store.Facts;

/** Runs the detectors because somebody asks. */
@Singleton
public class SupervisionService {

    private static final int LONGEST_AGO_DAYS = 90;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Facts facts;
    private final SupervisionRun run;
    private final AuditTrail audit;
    private final SupervisionConfig config;
    private final Clock clock;

    SupervisionService(
            ScopedTransactions transactions,
            UnitService units,
            Facts facts,
            SupervisionRun run,
            AuditTrail audit,
            SupervisionConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.facts = facts;
        this.run = run;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Judge a unit in scope with those below it on a day; today is judged as far as it has come. Fails with problem
     * {@code invalid-input}, {@code unit-unknown} or {@code run-too-large}.
     *
     * @param day null is yesterday
     * @param unitId null is the caller's own unit
     */
    public Uni<RunReport> run(Scope scope, @Nullable LocalDate day, @Nullable UUID unitId) {
        LocalDate on = day == null ? Days.today(clock).minusDays(1) : day;
        requireRecent(on);
        return transactions
                .inTransaction(scope, session -> units.get(session, unitId == null ? scope.unitId() : unitId)
                        .call(unit -> facts.countVehicles(session, unit.path()).invoke(this::requireSmall))
                        .call(unit -> audit.note(
                                session, scope, "supervision-run", "%s, with tracks of %s".formatted(unit.code(), on))))
                .map(Unit::path)
                .chain(path -> run.over(path, on));
    }

    private void requireRecent(LocalDate day) {
        LocalDate today = Days.today(clock);
        if (day.isAfter(today) || day.isBefore(today.minusDays(LONGEST_AGO_DAYS))) {
            throw Problem.invalid(
                            "day",
                            "day 应在 %s 到 %s 之间".formatted(today.minusDays(LONGEST_AGO_DAYS), today),
                            "day must be %s to %s".formatted(today.minusDays(LONGEST_AGO_DAYS), today))
                    .asException();
        }
    }

    private void requireSmall(long vehicles) {
        if (vehicles > config.demandVehicles()) {
            throw Problem.of(
                            422,
                            "run-too-large",
                            "规模过大 Too large",
                            "该单位及下级有 %d 辆车，一次最多检查 %d 辆，请选择下级单位，或等待夜间检查".formatted(vehicles, config.demandVehicles()),
                            "the unit and those below have %d vehicles, at most %d are judged at once; choose a smaller unit, or wait for the night"
                                    .formatted(vehicles, config.demandVehicles()),
                            "unitId")
                    .asException();
        }
    }
}
