package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Shifts of exclusive rides at the least cost: a plan out of the chains of a bound where that is at hand, then ruin, recreate and rematch under
 * falling temperature, as long as the budget lasts.
 */
public final class ExclusiveSearch {

    /** One step in so many rematches. */
    private static final int REMATCH = 200;

    /** In what a ride costs on average. */
    private static final double FIRST_TEMPERATURE = 0.3;

    /** A plan of chains is close to the best already, and would be lost at a higher one. */
    private static final double TEMPERATURE_OF_CHAINS = 0.05;

    private static final double LAST_TEMPERATURE = 0.005;

    private final ShiftPlan plan;
    private final Parked parked;
    private final SplittableRandom random;
    private long steps;

    public ExclusiveSearch(ExclusiveProblem problem, long seed) {
        this.plan = new ShiftPlan(problem);
        this.parked = new Parked(plan);
        this.random = new SplittableRandom(seed);
    }

    /**
     * The best plan found; to be called once.
     *
     * @param improved gets the first plan, in a moment, and each that is better than those before
     */
    public ExclusiveSolution solve(Budget budget, Consumer<ExclusiveSolution> improved) {
        new FirstPlan(plan, parked).fill();
        plan.keep();
        ExclusiveSolution first = solution();
        improved.accept(first);
        boolean empty = plan.problem.rides == 0 || plan.problem.vehicles == 0;
        return empty || budget.spent(0) >= 1 ? first : improve(first, budget, improved);
    }

    private ExclusiveSolution improve(ExclusiveSolution greedy, Budget budget, Consumer<ExclusiveSolution> improved) {
        boolean chained = new ChainStart(plan, parked).take(budget);
        ExclusiveSolution first = chained ? solution() : greedy;
        if (chained) {
            improved.accept(first);
        }
        ShiftChange change = new ShiftChange(plan, parked, random);
        double ride = Math.max(1.0, (double) plan.driven() / plan.problem.rides);
        double temperature = chained ? TEMPERATURE_OF_CHAINS : FIRST_TEMPERATURE;
        Annealing annealing = new Annealing(ride * temperature, ride * LAST_TEMPERATURE, random);
        ExclusiveSolution best = first;
        for (double spent = budget.spent(steps); spent < 1; spent = budget.spent(++steps)) {
            long before = plan.cost();
            change.make(steps % REMATCH == 0);
            if (plan.cost() < annealing.limit(before, spent)) {
                plan.keep();
                if (plan.cost() < best.cost()) {
                    best = solution();
                    improved.accept(best);
                }
            } else {
                plan.undo();
            }
        }
        return best;
    }

    private ExclusiveSolution solution() {
        return new ExclusiveSolution(
                Arrays.stream(plan.used.toArray())
                        .sorted()
                        .mapToObj(vehicle -> new ExclusiveSolution.Shift(vehicle, plan.shift[vehicle].rides()))
                        .toList(),
                plan.absent.size(),
                plan.cost(),
                steps);
    }
}
