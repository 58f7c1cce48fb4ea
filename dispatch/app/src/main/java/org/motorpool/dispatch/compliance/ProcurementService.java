package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Plans;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.IndicatorApi.NewIndicator;
import org.motorpool.dispatch.contract.IndicatorApi.NewPlan;
import org.motorpool.dispatch.contract.IndicatorApi.PlanDecision;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Annual plans 年度配备更新计划: drafted, submitted, decided by somebody else, and the indicators issued from them. */
@Singleton
public class ProcurementService {

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Plans plans;
    private final IndicatorDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    ProcurementService(
            ScopedTransactions transactions,
            UnitService units,
            Plans plans,
            IndicatorDesk desk,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.plans = plans;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<List<PlanFile>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> plans.list(session, scope.unitPath(), before, limit));
    }

    /** The plan; fails with {@code plan-unknown} when there is none in scope. */
    public Uni<PlanFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> reread(session, id));
    }

    /** A new draft; fails with {@code plan-of-year} when the unit has a plan of the year that was not rejected. */
    public Uni<PlanFile> draft(Scope scope, NewPlan form) {
        PlanForm.Figures figures = PlanForm.read(form, Days.today(clock));
        return transactions
                .inTransaction(scope, session -> units.getActive(session, figures.unitId())
                        .map(unit -> drafted(scope, unit, figures))
                        .call(plan -> plans.add(session, plan))
                        .call(plan -> note(session, scope, "plan-drafted", plan))
                        .chain(plan -> reread(session, plan.id())))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> taken(failure, figures));
    }

    /** Replace figures and items of a draft. */
    public Uni<PlanFile> revise(Scope scope, UUID id, NewPlan form) {
        PlanForm.Figures figures = PlanForm.read(form, Days.today(clock));
        return transactions.inTransaction(scope, session -> locked(session, id, "DRAFT")
                .map(plan -> revised(plan, figures))
                .call(plan -> plans.revise(session, plan))
                .call(plan -> note(session, scope, "plan-revised", plan))
                .chain(plan -> reread(session, plan.id())));
    }

    /** Submit a draft; fails with {@code plan-refused} and every rule it breaks. */
    public Uni<PlanFile> submit(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> locked(session, id, "DRAFT")
                .call(plan -> keepsRules(session, plan))
                .call(plan -> plans.submit(session, plan.id()))
                .call(plan -> note(session, scope, "plan-submitted", plan))
                .chain(plan -> reread(session, plan.id())));
    }

    /** Approve or reject a submitted plan; not the drafter's to do. Approving checks the rules again. */
    public Uni<PlanFile> decide(Scope scope, UUID id, PlanDecision form) {
        boolean approve = Fields.oneOf("decision", form.decision(), java.util.Set.of("APPROVE", "REJECT"))
                .equals("APPROVE");
        PlanFile.Decided decided = new PlanFile.Decided(
                scope.username(),
                clock.instant(),
                approve ? Codes.document("documentNumber", form.documentNumber()) : null,
                approve ? null : Fields.text("reason", form.reason(), 200));
        return transactions.inTransaction(scope, session -> locked(session, id, "SUBMITTED")
                .invoke(plan -> refuseOwn(plan, scope))
                .call(plan ->
                        approve ? keepsRules(session, plan) : Uni.createFrom().voidItem())
                .call(plan -> plans.decide(session, plan.id(), decided, approve ? "APPROVED" : "REJECTED"))
                .call(plan -> note(session, scope, approve ? "plan-approved" : "plan-rejected", plan))
                .chain(plan -> reread(session, plan.id())));
    }

    /** Issue one indicator of an approved plan; fails with {@code indicator-refused} and every rule it breaks. */
    public Uni<IndicatorFile> issue(Scope scope, NewIndicator form) {
        UUID itemId = Fields.required("planItemId", form.planItemId());
        return transactions
                .inTransaction(scope, session -> plans.lockOfItem(session, itemId)
                        .map(found -> found.orElseThrow(() -> unknown(itemId)))
                        .chain(plan -> desk.issue(session, scope, plan, form)))
                .onFailure(ConstraintViolationException.class)
                .transform(ProcurementService::renewedTwice);
    }

    private Uni<Void> keepsRules(Mutiny.Session session, PlanFile plan) {
        return desk.check(session, plan)
                .invoke(violations -> refuse(violations))
                .replaceWithVoid();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.refused("plan-refused", violations).asException();
        }
    }

    private PlanFile drafted(Scope scope, Unit unit, PlanForm.Figures figures) {
        return new PlanFile(
                Ids.next(),
                unit.id(),
                unit.path(),
                unit.name(),
                figures.year(),
                "DRAFT",
                figures.budget_fen(),
                figures.newEnergy(),
                new PlanFile.Drafted(scope.username(), clock.instant()),
                null,
                figures.items());
    }

    private static PlanFile revised(PlanFile plan, PlanForm.Figures figures) {
        if (!plan.unitId().equals(figures.unitId()) || plan.year() != figures.year()) {
            throw Fields.bad("unitId", "和 year 在修改计划时不能改变，请另建计划", "and year of a plan cannot change; draft another");
        }
        return new PlanFile(
                plan.id(),
                plan.unitId(),
                plan.unitPath(),
                plan.unitName(),
                plan.year(),
                plan.status(),
                figures.budget_fen(),
                figures.newEnergy(),
                plan.drafted(),
                null,
                figures.items());
    }

    private Uni<PlanFile> locked(Mutiny.Session session, UUID id, String status) {
        return plans.lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(plan -> {
                    if (!plan.status().equals(status)) {
                        throw Problem.conflict(
                                        "plan-status",
                                        "计划状态为 %s，此操作要求 %s".formatted(plan.status(), status),
                                        "the plan is %s, this needs %s".formatted(plan.status(), status))
                                .asException();
                    }
                });
    }

    private Uni<PlanFile> reread(Mutiny.Session session, UUID id) {
        return plans.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, String act, PlanFile plan) {
        return audit.note(session, scope, act, "%s %d".formatted(plan.unitName(), plan.year()));
    }

    private static void refuseOwn(PlanFile plan, Scope scope) {
        if (plan.drafted().by().equals(scope.username())) {
            throw Problem.forbidden("不能审批自己编制的计划，请由他人审批", "nobody decides a plan of their own; let somebody else")
                    .asException();
        }
    }

    private static ProblemException unknown(UUID id) {
        return Problem.notFound(
                        "plan-unknown",
                        "计划或计划项 %s 不存在或不在您的管理范围内".formatted(id),
                        "plan or plan item %s does not exist or is outside your scope".formatted(id))
                .asException();
    }

    private static Throwable taken(Throwable failure, PlanForm.Figures figures) {
        return String.valueOf(failure.getMessage()).contains("procurement_plan_of_year")
                ? Problem.of(
                                409,
                                "plan-of-year",
                                "状态冲突 Conflict",
                                "该单位 %d 年已有计划，请修改原计划".formatted(figures.year()),
                                "the unit has a plan of %d already; revise that one".formatted(figures.year()),
                                "year")
                        .asException()
                : failure;
    }

    private static Throwable renewedTwice(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("indicator_old_vehicle")
                ? Problem.of(
                                409,
                                "indicator-old-vehicle",
                                "状态冲突 Conflict",
                                "该车已有更新指标，一辆车只能更新一次，请改选其他车辆",
                                "the vehicle has an indicator already and is renewed once only; choose another",
                                "oldVehicleId")
                        .asException()
                : failure;
    }
}
