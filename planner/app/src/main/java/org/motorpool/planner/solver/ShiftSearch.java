package org.motorpool.planner.solver;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.ExclusiveSearch;
import org.motorpool.planner.search.ExclusiveSolution;

/** Fills a plan with the shifts that the planner's own search finds; what Timefold does afterwards begins from them. */
final class ShiftSearch {

    /** One step moves some ten rides. */
    private static final int MOVES_PER_STEP = 10;

    private final RidePlan plan;
    private final long seed;

    ShiftSearch(RidePlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Gives the vehicles their rides; at least a complete first plan, whatever ends the search.
     *
     * @param moves so many single moves of rides at most
     * @param time at most
     * @param stopped asked again and again
     * @param improved gets the first plan and each that is better
     */
    void fill(long moves, Duration time, BooleanSupplier stopped, Consumer<ExclusiveSolution> improved) {
        Budget steps = Budget.ofSteps(Math.max(1, moves / MOVES_PER_STEP));
        Budget clock = Budget.ofTime(time.toNanos(), System::nanoTime);
        Budget both = taken -> Math.max(steps.spent(taken), clock.spent(taken));
        ExclusiveSolution solution =
                new ExclusiveSearch(new RideModel(plan).problem(), seed).solve(both.or(stopped), improved);
        solution.shifts().forEach(this::give);
    }

    private void give(ExclusiveSolution.Shift shift) {
        List<PlanRide> rides = shift.rides().stream().map(plan.getRides()::get).toList();
        plan.getVehicles().get(shift.vehicle()).getRides().addAll(rides);
    }
}
