package org.motorpool.planner.search;

/**
 * Whether a tour can be timed so that nobody is on board, and no vehicle on the road, longer than the limits: the least times that satisfy
 * every demand, raised until none is broken. Each demand says how much later one stop is than another at least, so that this is
 * exact: where the least times break a window, all do.
 */
final class RideTimes {

    private static final double EPSILON = 1e-9;

    private final PooledProblem problem;
    private int[] stop = new int[16];
    private double[] begin = new double[16];

    /** Place of the pick-up of each ride in the tour. */
    private final int[] place;

    RideTimes(PooledProblem problem) {
        this.problem = problem;
        this.place = new int[problem.rides];
    }

    /** Of the tour with the ride put in, its stops after those of these numbers. */
    boolean isPossible(Tour tour, int ride, int afterPickup, int afterDropoff) {
        if (!problem.limits.areSet()) {
            return true;
        }
        int size = tour.size + 4;
        reserve(size);
        int at = 0;
        for (int i = 0; i <= tour.size + 1; i++) {
            stop[at++] = tour.stop[i];
            if (i == afterPickup) {
                stop[at++] = PooledProblem.pickup(ride);
            }
            if (i == afterDropoff) {
                stop[at++] = PooledProblem.dropoff(ride);
            }
        }
        return isPossible(size);
    }

    private void reserve(int size) {
        if (stop.length < size) {
            stop = new int[2 * size];
            begin = new double[2 * size];
        }
    }

    /** Raises go round a circle without end where no times exist; those that exist are found after as many as there are stops. */
    private boolean isPossible(int size) {
        for (int i = 0; i < size; i++) {
            begin[i] = problem.earliest[stop[i]];
        }
        for (int round = 0; round <= size; round++) {
            if (!drive(size)) {
                return false;
            }
            if (!raise(size)) {
                return true;
            }
        }
        return false;
    }

    private boolean drive(int size) {
        for (int i = 1; i < size; i++) {
            double there = begin[i - 1] + problem.service[stop[i - 1]] + problem.distance(stop[i - 1], stop[i]);
            begin[i] = Math.max(begin[i], there);
            if (begin[i] > problem.latest[stop[i]] + EPSILON) {
                return false;
            }
        }
        return true;
    }

    /** Puts pick-ups off, and the departure, where it would be too long until the end. */
    private boolean raise(int size) {
        boolean raised = raise(0, begin[size - 1] - problem.limits.tour());
        for (int i = 1; i < size - 1; i++) {
            int ride = PooledProblem.ride(stop[i]);
            if (stop[i] == PooledProblem.pickup(ride)) {
                place[ride] = i;
            } else {
                double least = begin[i] - problem.limits.ride() - problem.service[PooledProblem.pickup(ride)];
                raised |= raise(place[ride], least);
            }
        }
        return raised;
    }

    private boolean raise(int at, double least) {
        boolean raised = least > begin[at] + EPSILON;
        if (raised) {
            begin[at] = least;
        }
        return raised;
    }
}
