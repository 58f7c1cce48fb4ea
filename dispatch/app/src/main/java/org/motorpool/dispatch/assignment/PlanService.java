package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.AssignmentRules;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.duty.DutyService;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Lending;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;

/** Plans: asks the planner, keeps what it proposes; the commit is a dispatcher's. */
@Singleton
public class PlanService {

    private static final int MOST_REQUESTS = 1000;
    private static final int MOST_RETRIES = 10;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    /** Pairs of ride and eligible vehicle that fit into one record of the stream (1 MB). */
    private static final int MOST_PAIRS = 20_000;

    private final ScopedTransactions transactions;
    private final Plans plans;
    private final Orders orders;
    private final AssignmentRules rules;
    private final UnitService units;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final DutyService duty;
    private final Lending lending;
    private final Proposals proposals;
    private final PlanCommit planCommit;
    private final Outbox outbox;
    private final Push push;
    private final Clock clock;

    PlanService(
            ScopedTransactions transactions,
            Plans plans,
            Orders orders,
            AssignmentRules rules,
            UnitService units,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            DutyService duty,
            Lending lending,
            Proposals proposals,
            PlanCommit planCommit,
            Outbox outbox,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.orders = orders;
        this.rules = rules;
        this.units = units;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.duty = duty;
        this.lending = lending;
        this.proposals = proposals;
        this.planCommit = planCommit;
        this.outbox = outbox;
        this.push = push;
        this.clock = clock;
    }

    /** Ask the planner to plan the approved requests in scope that depart in the period. */
    public Uni<RidePlan> create(Scope scope, OrderApi.@Nullable NewPlan wanted) {
        OrderApi.NewPlan complete = NewPlanRules.require(wanted);
        return transactions.inTransaction(scope, session -> units.get(session, scope.unitId())
                .chain(unit -> solve(session, scope, unit, complete)));
    }

    private Uni<RidePlan> solve(Mutiny.Session session, Scope scope, Unit unit, OrderApi.NewPlan wanted) {
        UUID id = Ids.next();
        return requests.listApproved(session, scope.unitPath(), wanted.from(), wanted.to(), MOST_REQUESTS)
                .invoke(PlanService::requireSome)
                .map(found -> Plannable.of(found, clock.instant()).requireSome())
                .chain(plannable -> task(session, scope, plannable.coming(), wanted)
                        .map(task -> requireSmall(task.solve(id, unit.code(), wanted.seconds())))
                        .chain(command -> start(session, scope, plan(unit, wanted, id, plannable), command)));
    }

    private Uni<PlanningTask> task(
            Mutiny.Session session, Scope scope, List<UseRequest> found, OrderApi.NewPlan wanted) {
        PlannerCommand.Period available = PlanningTask.available(wanted.from(), wanted.to(), found);
        LocalDate day = Days.of(wanted.from());
        return vehicles.listInService(session, scope.unitPath())
                .chain(fleet -> drivers.listOnDuty(session, scope.unitPath())
                        .chain(onDuty -> orders.listBookings(session, available.from(), available.to())
                                .chain(bookings -> duty.absences(session, new Period(available.from(), available.to()))
                                        .chain(absences -> rules.serving(session, day)
                                                .chain(serving -> lending.book(session, day)
                                                        .chain(sharing -> rules.costs_fen_per_km(session, day)
                                                                .map(costs -> new PlanningTask(
                                                                        new Candidates(
                                                                                found, fleet, onDuty, bookings,
                                                                                absences, serving, sharing, costs),
                                                                        available))))))));
    }

    private RidePlan plan(Unit unit, OrderApi.NewPlan wanted, UUID id, Plannable plannable) {
        OrderApi.Plan view = new OrderApi.Plan(
                id,
                PlanStatus.SOLVING.name(),
                wanted.from(),
                wanted.to(),
                clock.instant(),
                null,
                null,
                null,
                List.of(),
                plannable.over(),
                null,
                null);
        return new RidePlan(view, unit.id(), unit.code(), unit.path());
    }

    private Uni<RidePlan> start(Mutiny.Session session, Scope scope, RidePlan plan, PlannerCommand.SolvePlan command) {
        return plans.add(session, plan, command.seconds(), scope.username())
                .chain(() -> outbox.add(session, command))
                .replaceWith(plan);
    }

    /** Plans in scope, newest first. */
    public Uni<List<RidePlan>> list(Scope scope, List<PlanStatus> statuses, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> plans.list(session, scope.unitPath(), statuses, before, limit));
    }

    /** The plan; fails with problem {@code plan-unknown} when there is none in scope. */
    public Uni<RidePlan> get(Scope scope, UUID id) {
        return transactions
                .inTransaction(scope, session -> plans.find(session, id))
                .map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Commit a proposed plan, each item for itself; again after a crash, it goes on where it stopped. */
    public Uni<RidePlan> commit(Scope scope, UUID id) {
        return get(scope, id)
                .map(RidePlan::requireCommittable)
                .call(plan -> planCommit.commit(scope, plan))
                .chain(_ -> get(scope, id));
    }

    /**
     * End the solving with the best plan found so far, which the planner proposes as usual. A plan that waits for its turn is proposed
     * as it is found first.
     */
    public Uni<RidePlan> stop(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> plans.lock(session, id)
                .chain(_ -> plans.find(session, id))
                .map(found -> found.orElseThrow(() -> unknown(id)).requireSolving())
                .call(plan -> outbox.add(session, new PlannerCommand.StopPlan(id, plan.unitCode()))));
    }

    /**
     * What the planner found. Delivered twice or to a plan of nobody's, it changes nothing. While the database is away it is
     * tried again for about half a minute; after that the plan fails for want of an answer.
     */
    public Uni<Void> on(PlannerEvent event) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> proposals.on(session, event))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .atMost(MOST_RETRIES)
                .invoke(changed -> changed.ifPresent(plan -> push.tell(plan.change())))
                .replaceWithVoid();
    }

    private static void requireSome(List<UseRequest> found) {
        if (found.isEmpty()) {
            throw Problem.conflict(
                            "nothing-to-plan",
                            "该时段没有已批准待派车的用车申请，请调整时段",
                            "no approved request departs in this period; choose another")
                    .asException();
        }
    }

    private static PlannerCommand.SolvePlan requireSmall(PlannerCommand.SolvePlan command) {
        int pairs = command.rides().stream()
                .mapToInt(ride -> ride.eligibleVehicles().size())
                .sum();
        if (command.rides().size() == MOST_REQUESTS || pairs > MOST_PAIRS) {
            throw Problem.of(
                            422,
                            "plan-too-large",
                            "规模过大 Too large",
                            "该时段有 %d 个申请、%d 个可行组合，超过一次规划的上限，请缩短时段"
                                    .formatted(command.rides().size(), pairs),
                            "%d requests with %d possible pairs are more than one plan takes; shorten the period"
                                    .formatted(command.rides().size(), pairs),
                            "to")
                    .asException();
        }
        return command;
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "plan-unknown",
                        "调度方案 %s 不存在或不在您的管理范围内".formatted(id),
                        "plan %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
