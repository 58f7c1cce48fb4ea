package org.motorpool.planner.search;

import java.util.SplittableRandom;

/**
 * Serves all rides with fewer and fewer tours: a tour is given up, and rides that are hard to place, those absent most often, count
 * most (the fleet minimisation of Christiaens and Vanden Berghe, 2020).
 */
final class FewerTours {

    private final PooledPlan plan;
    private final TourRemoval ruin;
    private final TourReturn recreate;
    private final SplittableRandom random;
    private final double temperature;

    /** How often each ride was absent. */
    private final long[] absences;

    private long steps;

    FewerTours(PooledPlan plan, TourRemoval ruin, TourReturn recreate, SplittableRandom random, double temperature) {
        this.plan = plan;
        this.ruin = ruin;
        this.recreate = recreate;
        this.random = random;
        this.temperature = temperature;
        this.absences = new long[plan.problem.rides];
    }

    /** Steps taken so far. */
    long steps() {
        return steps;
    }

    /** Leaves the plan with all rides and the fewest tours that were found until so much of the budget was spent. */
    void reduce(Budget budget, double until) {
        int[][] complete = plan.toStops();
        while (plan.absent.isEmpty() && plan.used() > 1) {
            int most = plan.used() - 1;
            plan.clear(leastMissed());
            plan.keep();
            if (!serveAll(most, budget, until)) {
                plan.load(complete);
                return;
            }
            complete = plan.toStops();
        }
    }

    /** Serves what is left over with so many tours, if that is found until so much of the budget was spent. */
    void serve(int most, Budget budget, double until) {
        if (!plan.absent.isEmpty()) {
            serveAll(most, budget, until);
        }
    }

    /** The tour whose rides were absent least often; of those the shortest. */
    private int leastMissed() {
        int least = -1;
        long fewest = Long.MAX_VALUE;
        for (int index = 0; index < plan.tour.length; index++) {
            Tour tour = plan.tour[index];
            long missed = tour.size;
            for (int i = 1; i <= tour.size; i++) {
                missed += (long) absences[PooledProblem.ride(tour.stop[i])] * plan.problem.stops;
            }
            if (!tour.isEmpty() && missed < fewest) {
                fewest = missed;
                least = index;
            }
        }
        return least;
    }

    private boolean serveAll(int most, Budget budget, double until) {
        while (budget.spent(steps) < until) {
            steps++;
            long missed = missed();
            int absent = plan.absent.size();
            double length = plan.length();
            ruin.ruin();
            recreate.recreate(most);
            boolean better = plan.absent.size() < absent
                    || missed() < missed
                    || missed() == missed && plan.length() < length - temperature * Math.log(random.nextDouble());
            countAbsent();
            if (better) {
                plan.keep();
                if (plan.absent.isEmpty()) {
                    return true;
                }
            } else {
                plan.undo();
            }
        }
        return false;
    }

    private void countAbsent() {
        for (int i = 0; i < plan.absent.size(); i++) {
            absences[plan.absent.get(i)]++;
        }
    }

    private long missed() {
        long missed = 0;
        for (int i = 0; i < plan.absent.size(); i++) {
            missed += 1 + absences[plan.absent.get(i)];
        }
        return missed;
    }
}
