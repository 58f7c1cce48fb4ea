package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.SupervisionApi.NewSeal;
import org.motorpool.dispatch.contract.SupervisionApi.Seal;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.supervision.SealingWindows.WorkHours;
import org.motorpool.dispatch.supervision.store.DetectorRules;
import org.motorpool.dispatch.supervision.store.Seals;

/** Sealing 封存: which vehicles stand where in a window, who keeps their keys, and which are exempt. */
@Singleton
public class SealService {

    /** Whose rule says when work begins and ends. */
    private static final String SEALED = "V09";

    private static final WorkHours USUAL = WorkHours.of(8.5, 17.5);

    private final ScopedTransactions transactions;
    private final HolidayService calendar;
    private final DetectorRules rules;
    private final VehicleService vehicles;
    private final Seals seals;
    private final AuditTrail audit;
    private final Clock clock;

    SealService(
            ScopedTransactions transactions,
            HolidayService calendar,
            DetectorRules rules,
            VehicleService vehicles,
            Seals seals,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.calendar = calendar;
        this.rules = rules;
        this.vehicles = vehicles;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans in scope for windows that touch [from, to), newest first. */
    public Uni<List<Seal>> list(Scope scope, Instant from, Instant to, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> seals.list(session, scope.unitPath(), from, to, before, limit));
    }

    /** Windows with a day off in [first, last], nationally; a province may have other work hours. */
    public Uni<List<SealingWindow>> windows(Scope scope, LocalDate first, LocalDate last) {
        return transactions.inTransaction(scope, session -> windows(session, DetectorRule.NATION, first, last));
    }

    /**
     * Plan a vehicle's sealing, or declare it exempt. Fails with problem {@code invalid-input}, {@code vehicle-unknown},
     * {@code seal-planned}, or {@code seal-too-late} once the window has begun; an emergency may be declared until it ends.
     */
    public Uni<Seal> plan(Scope scope, @Nullable NewSeal body) {
        NewSeal form = SealForm.read(body);
        return transactions
                .inTransaction(scope, session -> vehicles.get(session, form.vehicleId())
                        .chain(vehicle -> seal(session, scope, form, vehicle))
                        .call(seal -> seals.add(session, seal))
                        .call(seal -> note(session, scope, "seal-planned", seal))
                        .chain(seal -> get(session, seal.id())))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> planned());
    }

    /** Plan the same vehicle and window anew; fails as {@link #plan} does. */
    public Uni<Seal> change(Scope scope, UUID id, @Nullable NewSeal body) {
        NewSeal form = SealForm.read(body);
        return transactions.inTransaction(scope, session -> get(session, id)
                .invoke(before -> requireSameVehicle(before, form))
                .chain(before -> vehicles.get(session, form.vehicleId())
                        .chain(vehicle -> seal(session, scope, form, vehicle))
                        .invoke(seal -> requireSameWindow(before, seal)))
                .chain(seal -> seals.change(session, id, seal).chain(_ -> note(session, scope, "seal-changed", seal)))
                .chain(_ -> get(session, id)));
    }

    private Uni<Seal> seal(Mutiny.Session session, Scope scope, NewSeal form, VehicleFile vehicle) {
        String province = vehicle.regionCode().substring(0, 2) + "0000";
        return windows(session, province, form.day(), form.day())
                .map(windows -> windows.stream().findFirst().orElseThrow(() -> workday(form.day())))
                .invoke(window -> requireInTime(window, form))
                .map(window -> new Seal(
                        Ids.next(),
                        vehicle.id(),
                        vehicle.plate(),
                        vehicle.unitId(),
                        vehicle.unitName(),
                        window.name(),
                        window.from(),
                        window.to(),
                        form.place(),
                        form.keyKeeper(),
                        form.exemption(),
                        form.exemptionReason(),
                        scope.username(),
                        clock.instant()));
    }

    private Uni<List<SealingWindow>> windows(Mutiny.Session session, String province, LocalDate first, LocalDate last) {
        return rules.find(session, SEALED, province, Days.today(clock))
                .chain(own -> own.isPresent()
                        ? Uni.createFrom().item(own)
                        : rules.find(session, SEALED, DetectorRule.NATION, Days.today(clock)))
                .map(rule -> rule.map(SealService::hours).orElse(USUAL))
                .chain(hours -> calendar.around(session, first, last)
                        .map(known -> SealingWindows.between(known, first, last, hours)));
    }

    static WorkHours hours(DetectorRule rule) {
        return WorkHours.of(rule.threshold("work_start_h"), rule.threshold("work_end_h"));
    }

    private Uni<Seal> get(Mutiny.Session session, UUID id) {
        return seals.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "seal-unknown",
                                "封存计划 %s 不存在或不在您的管理范围内".formatted(id),
                                "seal %s does not exist or is outside your scope".formatted(id))
                        .asException()));
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, String action, Seal seal) {
        String as = seal.exemption() == null ? "sealed" : seal.exemption();
        return audit.note(session, scope, action, "vehicle %s, %s, %s".formatted(seal.vehicleId(), seal.from(), as));
    }

    private void requireInTime(SealingWindow window, NewSeal form) {
        Instant latest = "EMERGENCY".equals(form.exemption()) ? window.to() : window.from();
        if (clock.instant().isAfter(latest)) {
            throw Problem.conflict(
                            "seal-too-late",
                            "封存期“%s”已于 %s 开始，只能补报应急(EMERGENCY)用车".formatted(window.name(), window.from()),
                            "the window \"%s\" began at %s; only an emergency may be declared until it ends"
                                    .formatted(window.name(), window.from()))
                    .asException();
        }
    }

    private static void requireSameVehicle(Seal before, NewSeal form) {
        if (!before.vehicleId().equals(form.vehicleId())) {
            throw Problem.invalid("vehicleId", "不能换成另一辆车", "must be the vehicle of the plan")
                    .asException();
        }
    }

    private static void requireSameWindow(Seal before, Seal after) {
        if (!before.from().equals(after.from())) {
            throw Problem.invalid("day", "day 应在同一封存期内", "day must be in the window of the plan")
                    .asException();
        }
    }

    private static ProblemException workday(LocalDate day) {
        return Problem.invalid("day", "%s 是工作日，不在封存期内".formatted(day), "%s is a workday, in no window".formatted(day))
                .asException();
    }

    private static ProblemException planned() {
        return Problem.conflict(
                        "seal-planned",
                        "该车辆在此封存期已有计划，请修改原计划",
                        "the vehicle has a plan for this window already; change that one")
                .asException();
    }
}
