package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.Bound;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;

/** One solve of one plan: {@link #solve} on a worker thread, {@link #stop} from any thread at any time. */
public final class SolveRun {

    /** Of the time, so many parts of ten are for the own search, and until so many for Timefold's moves; the bound has the rest. */
    private static final int SEARCH = 8;

    private static final int MOVES = 9;

    private static final int WHOLE = 10;

    private final SolvePlan command;
    private final SolverSettings settings;
    private volatile boolean stopped;
    private volatile boolean searching;
    private volatile @Nullable Solver<RidePlan> solver;

    public SolveRun(SolvePlan command, SolverSettings settings) {
        this.command = command;
        this.settings = settings;
    }

    /** {@link #solve(Consumer)} without telling of progress. */
    public PlanProposed solve() {
        return solve(_ -> {});
    }

    /** Blocks for at most the command's seconds, less when the search stops improving or {@link #stop} is called; tells of better plans meanwhile. */
    public PlanProposed solve(Consumer<PlanProgressed> told) {
        long start_ns = System.nanoTime();
        RidePlan plan = RidePlan.of(command, settings.weights());
        ProgressNews news = new ProgressNews(command, plan, start_ns, told);
        searching = true;
        long moves = (long) settings.movesPerRide() * command.rides().size();
        Duration time = Duration.ofSeconds(command.seconds());
        new ShiftSearch(plan, command.seed())
                .fill(moves, time.multipliedBy(SEARCH).dividedBy(WHOLE), () -> stopped, news);
        Duration left = time.multipliedBy(MOVES).dividedBy(WHOLE).minusNanos(System.nanoTime() - start_ns);
        SolverFactory<RidePlan> factory = RideSearch.factory(command, settings, left, this::passOnStop);
        RidePlan best = canImprove(plan) ? search(factory, plan) : plan;
        searching = false;
        complete(best);
        SolutionManager.<RidePlan, HardMediumSoftScore>create(factory).update(best);
        return propose(best, start_ns);
    }

    private PlanProposed propose(RidePlan plan, long start_ns) {
        Proposal proposal = new Proposal(command, plan);
        Duration time = Duration.ofSeconds(command.seconds()).dividedBy(WHOLE);
        Bound bound = new PlanBound(plan).prove(proposal.cost_fen(), time, () -> stopped);
        return proposal.toEvent(Duration.ofNanos(System.nanoTime() - start_ns).toMillis(), bound);
    }

    /** Ends the search with the best plan so far; a run that has not begun proposes its first plan. */
    public void stop() {
        stopped = true;
        passOnStop();
    }

    public boolean isSearching() {
        return searching;
    }

    private boolean canImprove(RidePlan plan) {
        return !stopped && !plan.getVehicles().isEmpty() && !plan.getRides().isEmpty();
    }

    private RidePlan search(SolverFactory<RidePlan> factory, RidePlan seed) {
        Solver<RidePlan> search = factory.buildSolver();
        solver = search;
        return search.solve(seed);
    }

    /** Called again once the solver runs: Timefold forgets a termination that was asked for before its start. */
    private void passOnStop() {
        Solver<RidePlan> running = solver;
        if (stopped && running != null) {
            running.terminateEarly();
        }
    }

    /** A search that was cut short may have left out a ride that fits; then the reason given for it would be untrue. */
    private static void complete(RidePlan plan) {
        Set<PlanRide> served = plan.getVehicles().stream()
                .flatMap(vehicle -> vehicle.getRides().stream())
                .collect(Collectors.toSet());
        List<PlanRide> unserved =
                plan.getRides().stream().filter(ride -> !served.contains(ride)).toList();
        new GreedyInsertion(plan.getVehicles()).insertAll(unserved);
    }
}
