package org.motorpool.planner.solver;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.motorpool.planner.contract.PlannerEvent.Bound;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.CostBound;
import org.motorpool.planner.search.ExclusiveProblem;
import org.motorpool.planner.search.FleetBound;

/** How good a plan is, proven: what no plan that serves the same rides can be cheaper than. */
final class PlanBound {

    /** Of column generation; most plans are proven after fewer. */
    private static final int ROUNDS = 300;

    private final List<PlanRide> served;
    private final ExclusiveProblem problem;

    PlanBound(RidePlan plan) {
        this.served = plan.getRides().stream()
                .filter(ride -> ride.getVehicle() != null)
                .toList();
        this.problem = new RideModel(plan.getVehicles(), served).problem();
    }

    /**
     * @param cost_fen of the plan
     * @param time at most; with little of it the bound is lower, and still true
     */
    Bound prove(long cost_fen, Duration time, BooleanSupplier stopped) {
        Budget rounds = Budget.ofSteps(ROUNDS);
        Budget clock = Budget.ofTime(Math.max(1, time.toNanos()), System::nanoTime);
        Budget both = taken -> Math.max(rounds.spent(taken), clock.spent(0));
        CostBound bound = CostBound.of(problem, both.or(stopped));
        return new Bound(
                bound.cost(),
                rounded(bound.gap_percent(cost_fen)),
                bound.relaxation().code(),
                FleetBound.of(problem));
    }

    private static double rounded(double percent) {
        return Math.round(100 * percent) / 100.0;
    }
}
