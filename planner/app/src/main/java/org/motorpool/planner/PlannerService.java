package org.motorpool.planner;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.StopPlan;
import org.motorpool.planner.contract.PlannerEvent;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.day.DayRefused;
import org.motorpool.planner.day.PlanRun;
import org.motorpool.planner.travel.Travels;

/**
 * Takes planning commands, tells of better plans while it solves, and answers each {@link SolvePlan} with exactly one event: plans of one planning unit one
 * after the other, plans of different units side by side on as many threads as configured.
 */
@ApplicationScoped
public class PlannerService {

    private static final Logger LOG = Logger.getLogger(PlannerService.class);

    private record Ongoing(SolvePlan command, PlanRun run, CompletableFuture<Void> answered) {}

    private final PlannerEvents events;
    private final PlannerConfig config;
    private final Travels travels;
    private final PlannerConfig.Limit limit;
    private final ExecutorService solvers;
    private final UnitQueue queue;
    private final Map<UUID, Ongoing> ongoingPlans = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public PlannerService(PlannerEvents events, PlannerConfig config, Travels travels) {
        this.events = events;
        this.config = config;
        this.travels = travels;
        this.limit = config.limit();
        this.solvers = solvers(config.threads());
        this.queue = new UnitQueue(solvers);
    }

    /**
     * Returns at once. The stage completes when the command needs no redelivery: a {@link SolvePlan} when its answer is
     * durable, a {@link StopPlan} immediately. It never completes for a plan that a shutdown interrupts. A plan that is
     * delivered again while it is being solved is not solved twice.
     */
    public CompletionStage<Void> handle(PlannerCommand command) {
        return switch (command) {
            case SolvePlan solve ->
                PlanCheck.findFault(solve, limit).map(this::publish).orElseGet(() -> accept(solve));
            case StopPlan stop -> {
                Optional.ofNullable(ongoingPlans.get(stop.planId()))
                        .ifPresent(plan -> plan.run().stop());
                yield CompletableFuture.completedStage(null);
            }
        };
    }

    private CompletionStage<Void> accept(SolvePlan command) {
        if (ongoingPlans.size() >= limit.plans() && !ongoingPlans.containsKey(command.planId())) {
            return publish(overloaded(command));
        }
        Ongoing plan = new Ongoing(command, new PlanRun(command, config, travels), new CompletableFuture<>());
        Ongoing earlier = ongoingPlans.putIfAbsent(command.planId(), plan);
        if (earlier != null) {
            return earlier.answered();
        }
        queue.submit(command.planningUnit(), () -> answer(plan));
        return plan.answered();
    }

    private void answer(Ongoing plan) {
        PlannerEvent event = solve(plan);
        if (closing) {
            return;
        }
        CompletionStage<Void> _ = publish(event).whenComplete((_, failure) -> {
            ongoingPlans.remove(plan.command().planId());
            if (failure == null) {
                plan.answered().complete(null);
            } else {
                plan.answered().completeExceptionally(failure);
            }
        });
    }

    /** The edge of the solver: whatever goes wrong inside, dispatch gets an answer. */
    private PlannerEvent solve(Ongoing plan) {
        SolvePlan command = plan.command();
        try {
            PlanProposed proposed = plan.run().solve(this::tell);
            LOG.infof(
                    "Plan %s proposed: %d served, %d unserved, %d ms",
                    command.planId(),
                    proposed.orders().size(),
                    proposed.unserved().size(),
                    proposed.solved_ms());
            return proposed;
        } catch (DayRefused refused) {
            DayAnswerApi.Refusal said = refused.refusal();
            return new PlanFailed(command.planId(), command.planningUnit(), said.code(), said.detail());
        } catch (RuntimeException | Error bug) {
            LOG.errorf(bug, "Plan %s failed", command.planId());
            return new PlanFailed(
                    command.planId(),
                    command.planningUnit(),
                    "solver-error",
                    "排班求解出错，请重试；若再次出错请联系运维并提供排班编号 / The solver failed; try again, and if it fails again"
                            + " give the plan id to the operators");
        }
    }

    /** News that does not get through is followed by later news, and by the answer. */
    private void tell(PlanProgressed progressed) {
        CompletionStage<Void> _ = publish(progressed).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.debugf(failure, "Progress of plan %s not told", progressed.planId());
            }
        });
    }

    private CompletionStage<Void> publish(PlannerEvent event) {
        try {
            return events.publish(event);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private PlanFailed overloaded(SolvePlan command) {
        return new PlanFailed(
                command.planId(),
                command.planningUnit(),
                "planner-busy",
                "已有 %d 个排班在等待，请稍后重试 / %d plans are waiting, try again later".formatted(limit.plans(), limit.plans()));
    }

    /** A task that comes after the shutdown is dropped: its command stays unanswered and comes again. */
    private static ExecutorService solvers(int threads) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("planner-solve-", 1).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Whether the solver is at work on this plan, which is neither waiting nor answered. */
    boolean isSearching(UUID planId) {
        return Optional.ofNullable(ongoingPlans.get(planId))
                .map(plan -> plan.run().isSearching())
                .orElse(false);
    }

    @PreDestroy
    void close() {
        closing = true;
        solvers.shutdownNow();
        ongoingPlans.values().forEach(plan -> plan.run().stop());
        solvers.close();
    }
}
