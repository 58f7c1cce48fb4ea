package org.motorpool.planner.search;

/**
 * Whether a tour with one ride more can be timed so that nobody is on board, and no vehicle on the road, longer than the limits: exact, in
 * one pass from the new pick-up on (see {@link RideLimits}).
 */
final class RideTimes {

    private static final double EPSILON = 1e-9;

    private final PooledProblem problem;
    private double[] driven = new double[16];
    private double[] spare = new double[16];

    /** Of the stop that the pass has come to. */
    private int here;

    private int at;
    private double begin;
    private double least;

    RideTimes(PooledProblem problem) {
        this.problem = problem;
    }

    /** Of the tour with the ride put in, its stops after those of these numbers. */
    boolean isPossible(Tour tour, int ride, int afterPickup, int afterDropoff) {
        if (tour.limits == null) {
            return true;
        }
        RideLimits limits = tour.limits;
        begin(tour, limits, afterPickup);
        boolean goes = visit(PooledProblem.pickup(ride), at + 1);
        for (int i = afterPickup + 1; goes && i <= afterDropoff; i++) {
            goes = visit(tour.stop[i], limits.from[i] > afterPickup ? limits.from[i] + 1 : limits.from[i]);
        }
        return goes
                && visit(PooledProblem.dropoff(ride), afterPickup + 1)
                && canGoOn(tour, limits, afterPickup, afterDropoff);
    }

    private void begin(Tour tour, RideLimits limits, int stops) {
        if (spare.length < tour.size + 4) {
            driven = new double[2 * tour.size + 4];
            spare = new double[2 * tour.size + 4];
        }
        System.arraycopy(limits.driven, 0, driven, 0, stops + 1);
        System.arraycopy(limits.spare, 0, spare, 0, stops + 1);
        at = stops;
        here = tour.stop[stops];
        begin = tour.begin[stops];
        least = limits.least[stops];
    }

    /** Where the vehicle is empty and waits until the same minute as before, nothing that follows has changed. */
    private boolean canGoOn(Tour tour, RideLimits limits, int afterPickup, int afterDropoff) {
        boolean free = problem.limits.tour() >= problem.latest[0] - problem.earliest[0];
        for (int i = afterDropoff + 1; i <= tour.size; i++) {
            int from = limits.from[i];
            if (!visit(tour.stop[i], from + (from > afterDropoff ? 2 : from > afterPickup ? 1 : 0))) {
                return false;
            }
            if (free && tour.load[i - 1] == 0 && begin == tour.begin[i]) {
                return true;
            }
        }
        return comesBack();
    }

    /** @param from place of the pick-up of who gets off; its own where somebody gets in */
    private boolean visit(int stop, int from) {
        go(stop);
        double due = problem.latest[stop];
        if (from < at) {
            double most = problem.most(PooledProblem.pickup(PooledProblem.ride(stop)));
            if (driven[at] - driven[from] > most + EPSILON) {
                return false;
            }
            due = Math.min(due, leastSince(from) + driven[from] + most);
        }
        spare[at] = due - driven[at];
        least = Math.min(least, spare[at]);
        return begin <= due + EPSILON;
    }

    private void go(int stop) {
        double way = problem.service[here] + problem.distance(here, stop);
        begin = Math.max(problem.earliest[stop], begin + way);
        driven[at + 1] = driven[at] + way;
        here = stop;
        at++;
    }

    private double leastSince(int from) {
        double since = spare[from];
        for (int i = from + 1; i < at; i++) {
            since = Math.min(since, spare[i]);
        }
        return since;
    }

    private boolean comesBack() {
        go(0);
        double tour = problem.limits.tour();
        double due = Math.min(problem.latest[0], least + driven[0] + tour);
        return driven[at] - driven[0] <= tour + EPSILON && begin <= due + EPSILON;
    }
}
