package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.DisposalRules;
import org.motorpool.dispatch.compliance.store.Disposals;
import org.motorpool.dispatch.contract.DisposalApi.Disposal;
import org.motorpool.dispatch.contract.DisposalApi.NewDisposal;
import org.motorpool.dispatch.contract.DisposalApi.NewStep;
import org.motorpool.dispatch.contract.DisposalApi.TakenStep;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;

/**
 * Disposal 处置 of vehicles, from the application to the closing. It is approved before it happens, and the quota is free only
 * when the vehicle is off the register.
 */
@Singleton
public class DisposalService {

    private static final Map<String, Problem> OPEN = Map.of(
            "disposal_open",
            Problem.conflict(
                    "disposal-open",
                    "该车辆已有办理中的处置，请先办结或撤回",
                    "a disposal of the vehicle is under way; close or cancel it first"));

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final DisposalActs acts;
    private final Disposals disposals;
    private final DisposalRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    DisposalService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            DisposalActs acts,
            Disposals disposals,
            DisposalRules rules,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.acts = acts;
        this.disposals = disposals;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Apply. Fails with problem {@code invalid-input}, {@code vehicle-unknown}, {@code vehicle-busy}, {@code unit-unknown} (the
     * receiver is not in the caller's scope), {@code disposal-open}, or a refusal by the receiver's quota.
     */
    public Uni<Disposal> apply(Scope scope, @Nullable NewDisposal form) {
        NewDisposal application = DisposalForm.application(form);
        return transactions
                .inTransaction(scope, session -> rules.load(session).chain(book -> vehicles.getForChange(
                                session, application.vehicleId())
                        .invoke(vehicle -> DisposalForm.requireReceiver(application, rule(book, application, vehicle)))
                        .call(vehicle -> acts.requireRoom(session, vehicle, application.receiverUnitId()))
                        .chain(vehicle -> add(session, scope, application, vehicle))
                        .map(disposal -> view(disposal, book))))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, OPEN));
    }

    private Uni<DisposalFile> add(Mutiny.Session session, Scope scope, NewDisposal application, VehicleFile vehicle) {
        return disposals
                .nextNumber(session, vehicle.regionCode(), Days.today(clock))
                .chain(number ->
                        disposals.add(session, vehicle, application, number, scope.username(), clock.instant()))
                .call(disposal -> audit.note(session, scope, "disposal-applied", disposal.number()));
    }

    /**
     * Take a step. Fails with problem {@code disposal-unknown}, {@code disposal-step} (not its turn), {@code invalid-input} (a
     * day), {@code forbidden} (who applied does not decide), {@code disposal-refused} with the clause.
     */
    public Uni<Disposal> step(Scope scope, UUID id, @Nullable NewStep form) {
        DisposalStep step = DisposalForm.step(form);
        requireRole(scope, step);
        return transactions.inTransaction(scope, session -> rules.load(session).chain(book -> disposals
                .lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(disposal -> take(session, scope, disposal, rule(book, disposal), step))
                .map(disposal -> view(disposal, book))));
    }

    private Uni<DisposalFile> take(
            Mutiny.Session session, Scope scope, DisposalFile disposal, DisposalRule rule, DisposalStep step) {
        if (step.kind().isDecision() && disposal.appliedBy().equals(scope.username())) {
            throw Problem.forbidden("申请人不能审批自己的处置申请", "who applied does not decide")
                    .asException();
        }
        DisposalStatus then = acts.judge(disposal, rule, step, Days.today(clock));
        return acts.perform(session, scope, disposal, step)
                .chain(_ -> disposals.take(session, disposal.id(), step, then, scope.username(), clock.instant()))
                .call(after -> audit.note(
                        session, scope, "disposal-" + step.kind().name().toLowerCase(Locale.ROOT), after.number()));
    }

    /** Disposals of units in scope, newest first. */
    public Uni<List<Disposal>> list(Scope scope, DisposalFilter filter) {
        return transactions.inTransaction(scope, session -> rules.load(session)
                .chain(book -> disposals.list(session, scope.unitPath(), filter).map(found -> found.stream()
                        .map(disposal -> view(disposal, book))
                        .toList())));
    }

    /** The disposal; fails with problem {@code disposal-unknown} when there is none in scope. */
    public Uni<Disposal> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> rules.load(session)
                .chain(book -> find(session, id).map(disposal -> view(disposal, book))));
    }

    /** The steps taken so far. */
    public Uni<List<TakenStep>> listSteps(Scope scope, UUID id) {
        return transactions.inTransaction(
                scope, session -> find(session, id).chain(_ -> disposals.listSteps(session, id)));
    }

    /** How far the vehicle's disposal has come; empty without one, and when it was rejected or cancelled. */
    public Uni<Optional<DisposalStatus>> findStanding(Mutiny.Session session, UUID vehicleId) {
        return disposals.findStanding(session, vehicleId);
    }

    private Uni<DisposalFile> find(Mutiny.Session session, UUID id) {
        return disposals.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static void requireRole(Scope scope, DisposalStep step) {
        String role = step.kind().isDecision() ? "APPROVER" : "FLEET_OFFICER";
        if (!scope.roles().contains(role)) {
            throw Problem.forbidden("您的角色不能执行此步骤", "your role may not take this step")
                    .asException();
        }
    }

    private static DisposalRule rule(DisposalRuleBook book, DisposalFile disposal) {
        return book.get(disposal.method(), RegionCode.province(disposal.regionCode()), Days.of(disposal.appliedAt()));
    }

    private DisposalRule rule(DisposalRuleBook book, NewDisposal application, VehicleFile vehicle) {
        return book.get(application.method(), RegionCode.province(vehicle.regionCode()), Days.today(clock));
    }

    private static Disposal view(DisposalFile disposal, DisposalRuleBook book) {
        return DisposalView.of(disposal, rule(book, disposal));
    }

    private static ProblemException unknown(UUID id) {
        return Problem.notFound(
                        "disposal-unknown",
                        "处置 %s 不存在或不在您的管理范围内".formatted(id),
                        "disposal %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
