package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tours of pooled rides, few or short ones, by ruin and recreate as long as the budget lasts. */
public final class PooledSearch {

    /** Of the budget, to have fewer tours. */
    private static final double FEWER = 0.5;

    /** In mean legs of the first plan. */
    private static final double FIRST_TEMPERATURE = 1;

    private static final double LAST_TEMPERATURE = 0.01;

    /** Most stops taken out of one tour: long ones free tours to be given up, short ones are put right again sooner. */
    private static final int LONG = 30;

    private static final int SHORT = 10;

    private final PooledProblem problem;
    private final SplittableRandom random;
    private final PooledPlan plan;
    private final TourReturn recreate;

    public PooledSearch(PooledProblem problem, long seed) {
        this.problem = problem;
        this.random = new SplittableRandom(seed);
        this.plan = new PooledPlan(problem);
        this.recreate = new TourReturn(plan, random);
    }

    /** The fewest tours found, and the shortest of so few; to be called once. Rides that no vehicle can take are in none of its tours. */
    public PooledSolution solve(Budget budget) {
        return search(budget, Goal.FEWEST);
    }

    /** The shortest tours found, however many they are: with the limits of the dial-a-ride problem. To be called once. */
    public PooledSolution shorten(Budget budget) {
        return search(budget, Goal.SHORTEST);
    }

    private PooledSolution search(Budget budget, Goal goal) {
        recreate.recreate(problem.vehicles);
        plan.keep();
        if (plan.used() == 0 || budget.spent(0) >= 1) {
            return solution(plan.toStops(), plan.length(), 0);
        }
        double leg = plan.length() / (problem.stops + plan.used());
        TourRemoval ruin = new TourRemoval(plan, random, goal == Goal.FEWEST ? LONG : SHORT);
        FewerTours fewer = new FewerTours(plan, ruin, recreate, random, leg * FIRST_TEMPERATURE);
        if (goal == Goal.FEWEST) {
            fewer.reduce(budget, FEWER);
        } else {
            fewer.serve(problem.vehicles, budget, FEWER);
            recreate.openTours();
        }
        return shorter(budget, leg, fewer.steps(), ruin, goal);
    }

    /** What counts first. */
    private enum Goal {
        FEWEST,
        SHORTEST
    }

    private PooledSolution shorter(Budget budget, double leg, long begun, TourRemoval ruin, Goal goal) {
        int most = goal == Goal.FEWEST ? plan.used() : problem.vehicles;
        int absent = plan.absent.size();
        Annealing annealing = new Annealing(leg * FIRST_TEMPERATURE, leg * LAST_TEMPERATURE, random);
        int[][] best = plan.toStops();
        double least = plan.length();
        double from = budget.spent(begun);
        long steps = begun;
        for (double spent = from; spent < 1; spent = budget.spent(++steps)) {
            double before = plan.length();
            ruin.ruin();
            recreate.recreate(most);
            if (plan.absent.size() <= absent && plan.length() < annealing.limit(before, (spent - from) / (1 - from))) {
                plan.keep();
                boolean fewer = goal == Goal.FEWEST && plan.used() < best.length;
                if (fewer || plan.absent.size() < absent || plan.length() < least) {
                    best = plan.toStops();
                    least = plan.length();
                    absent = plan.absent.size();
                    most = fewer ? plan.used() : most;
                }
            } else {
                plan.undo();
            }
        }
        return solution(best, least, steps);
    }

    private PooledSolution solution(int[][] stops, double length, long steps) {
        List<List<Integer>> tours = Arrays.stream(stops)
                .map(tour -> Arrays.stream(tour).boxed().toList())
                .toList();
        int served = tours.stream().mapToInt(List::size).sum() / 2;
        return new PooledSolution(tours, problem.rides - served, length, steps);
    }
}
