package org.motorpool.dispatch.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.MileageApi.Figures;
import org.motorpool.dispatch.contract.MileageApi.RunReport;
import org.motorpool.dispatch.contract.MileageApi.VehicleDay;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.reconciliation.store.DayFactsRows;
import org.motorpool.dispatch.reconciliation.store.MileageFigures;

/** What kilometres were driven for: figures of units, days of vehicles, and the run on demand. */
@Singleton
public class MileageService {

    private static final int LONGEST_AGO_DAYS = 366;
    private static final int LONGEST_PERIOD_DAYS = 366;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final MileageFigures figures;
    private final DayFactsRows facts;
    private final ReconciliationRun run;
    private final AuditTrail audit;
    private final ReconciliationConfig config;
    private final Clock clock;

    MileageService(
            ScopedTransactions transactions,
            UnitService units,
            MileageFigures figures,
            DayFactsRows facts,
            ReconciliationRun run,
            AuditTrail audit,
            ReconciliationConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.figures = figures;
        this.facts = facts;
        this.run = run;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Figures of a unit in scope, by key after {@code after}.
     *
     * @param unitId null is the caller's own unit
     */
    public Uni<List<Figures>> list(
            Scope scope, @Nullable UUID unitId, MileageQuestion question, String after, int limit) {
        if (question.to().isBefore(question.from())
                || question.to().isAfter(question.from().plusDays(LONGEST_PERIOD_DAYS))) {
            throw Fields.bad("to", "应不早于 from，且期间不超过一年", "must not be before from, nor more than a year after it");
        }
        return transactions.inTransaction(scope, session -> units.get(session, unitId == null ? scope.unitId() : unitId)
                .chain(unit -> figures.list(session, unit.path(), question, after, limit)));
    }

    /** The day of a vehicle; problem {@code mileage-unknown} when nothing was attributed, or not in scope. */
    public Uni<VehicleDay> get(Scope scope, UUID vehicleId, LocalDate day) {
        return transactions.inTransaction(
                scope, session -> day(session, vehicleId, day).chain(found -> figures.segments(session, found)
                        .map(segments -> new VehicleDay(
                                vehicleId,
                                found.plate(),
                                found.unitId(),
                                day,
                                found.revision(),
                                found.computedAt(),
                                found.total_m(),
                                found.ignition_s(),
                                segments))));
    }

    Uni<MileageFigures.Day> day(Mutiny.Session session, UUID vehicleId, LocalDate day) {
        return figures.findDay(session, vehicleId, day)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "mileage-unknown",
                                "车辆 %s 在 %s 没有里程对账结果，或不在您的管理范围内".formatted(vehicleId, day),
                                "vehicle %s has no attributed kilometres on %s, or is outside your scope"
                                        .formatted(vehicleId, day))
                        .asException()));
    }

    /** Attribute a day of a unit in scope and those below it now; problems {@code invalid-input}, {@code run-too-large}. */
    public Uni<RunReport> run(Scope scope, @Nullable LocalDate day, @Nullable UUID unitId) {
        LocalDate today = Days.today(clock);
        LocalDate on =
                Fields.day("day", day == null ? today.minusDays(1) : day, today.minusDays(LONGEST_AGO_DAYS), today);
        return transactions
                .inTransaction(scope, session -> units.get(session, unitId == null ? scope.unitId() : unitId)
                        .call(unit -> facts.countVehicles(session, unit.path()).invoke(this::requireSmall))
                        .call(unit -> audit.note(
                                session,
                                scope,
                                "reconciliation-run",
                                "%s, with tracks of %s".formatted(unit.code(), on))))
                .map(Unit::path)
                .chain(path -> run.over(path, on));
    }

    private void requireSmall(long vehicles) {
        if (vehicles > config.demandVehicles()) {
            throw Problem.of(
                            422,
                            "run-too-large",
                            "规模过大 Too large",
                            "该单位及下级有 %d 辆车，一次最多对账 %d 辆，请选择下级单位，或等待夜间对账".formatted(vehicles, config.demandVehicles()),
                            "the unit and those below have %d vehicles, at most %d are reconciled at once; choose a smaller unit"
                                    .formatted(vehicles, config.demandVehicles()),
                            "unitId")
                    .asException();
        }
    }
}
