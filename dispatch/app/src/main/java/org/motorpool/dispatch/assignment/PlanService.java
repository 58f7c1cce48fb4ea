package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.OpenOrders;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;

/** Plans: asks the planner, keeps what it proposes; the commit is a dispatcher's. */
@Singleton
public class PlanService {

    private static final int MOST_REQUESTS = 1000;
    private static final int MOST_RETRIES = 10;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final ScopedTransactions transactions;
    private final Plans plans;
    private final OpenOrders orders;
    private final UnitService units;
    private final RequestLife requests;
    private final DayFinder finder;
    private final Proposals proposals;
    private final PlanCommit planCommit;
    private final Outbox outbox;
    private final Push push;
    private final Clock clock;

    PlanService(
            ScopedTransactions transactions,
            Plans plans,
            OpenOrders orders,
            UnitService units,
            RequestLife requests,
            DayFinder finder,
            Proposals proposals,
            PlanCommit planCommit,
            Outbox outbox,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.orders = orders;
        this.units = units;
        this.requests = requests;
        this.finder = finder;
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
                .invoke(PlanService::requireFew)
                .map(found -> Plannable.of(found, clock.instant()).requireSome())
                .chain(plannable -> tasks(session, scope, plannable.coming())
                        .map(tasks -> command(id, unit, wanted, tasks))
                        .chain(command -> start(session, scope, plan(unit, wanted, id, plannable), command)));
    }

    /** A day after the other, each with its requests; what should have departed before today is planned today. */
    private Uni<List<PlanTask>> tasks(Mutiny.Session session, Scope scope, List<UseRequest> found) {
        LocalDate today = Days.of(clock.instant());
        Map<LocalDate, List<UseRequest>> byDay = found.stream()
                .collect(Collectors.groupingBy(request -> day(request, today), TreeMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(byDay.entrySet())
                .onItem()
                .transformToUniAndConcatenate(day -> task(session, scope, day.getKey(), day.getValue()))
                .collect()
                .asList();
    }

    private static LocalDate day(UseRequest request, LocalDate today) {
        LocalDate departure = Days.of(request.view().departAt());
        return departure.isAfter(today) ? departure : today;
    }

    private Uni<PlanTask> task(Mutiny.Session session, Scope scope, LocalDate day, List<UseRequest> found) {
        return finder.find(session, scope, day).chain(candidates -> later(session, candidates.end(), found)
                .map(later -> new PlanTask(found, candidates, later)));
    }

    /** Orders after the planner's day while one of the uses lasts. */
    private Uni<List<VehicleOrder>> later(Mutiny.Session session, Instant end, List<UseRequest> found) {
        Instant last = found.stream()
                .map(request -> request.view().returnAt())
                .max(Comparator.naturalOrder())
                .orElse(end);
        return last.isAfter(end)
                ? orders.list(session, end, last)
                : Uni.createFrom().item(List.of());
    }

    private PlannerCommand.SolvePlan command(UUID id, Unit unit, OrderApi.NewPlan wanted, List<PlanTask> tasks) {
        Instant now = clock.instant();
        return new PlannerCommand.SolvePlan(
                id,
                unit.code(),
                wanted.seconds(),
                id.getLeastSignificantBits(),
                List.of(),
                List.of(),
                tasks.stream().map(task -> task.facts(id, now)).toList());
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

    private static void requireFew(List<UseRequest> found) {
        if (found.size() == MOST_REQUESTS) {
            throw Problem.of(
                            422,
                            "plan-too-large",
                            "规模过大 Too large",
                            "该时段的申请达到一次规划的上限 %d 个，请缩短时段".formatted(MOST_REQUESTS),
                            "the period has %d requests, or more than one plan takes; shorten it"
                                    .formatted(MOST_REQUESTS),
                            "to")
                    .asException();
        }
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "plan-unknown",
                        "调度方案 %s 不存在或不在您的管理范围内".formatted(id),
                        "plan %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
