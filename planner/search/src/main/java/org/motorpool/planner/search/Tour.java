package org.motorpool.planner.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The stops of one vehicle from depot to depot, with the times that decide whether something fits in between. */
final class Tour {

    private final PooledProblem problem;
    private final Versions versions;

    /** Stops with the depot at both ends; {@code size} of them between. */
    int[] stop;

    int size;

    /** When service begins at the earliest. */
    double[] begin;

    /** When it must begin at the latest, so that all that follows is in time. */
    double[] last;

    /** What is on board after the stop. */
    int[] load;

    /** Where nobody may be on board, and no vehicle on the road, longer than a limit; null where nothing is limited. */
    final @Nullable RideLimits limits;

    double length;

    /** Changes with the content, and comes back with it. */
    long version;

    Tour(PooledProblem problem, Versions versions) {
        this.problem = problem;
        this.versions = versions;
        this.stop = new int[16];
        this.begin = new double[16];
        this.last = new double[16];
        this.load = new int[16];
        this.limits = problem.limits.areSet() ? new RideLimits(problem) : null;
        refresh();
    }

    boolean isEmpty() {
        return size == 0;
    }

    void copy(Tour other) {
        reserve(other.size);
        int all = other.size + 2;
        System.arraycopy(other.stop, 0, stop, 0, all);
        System.arraycopy(other.begin, 0, begin, 0, all);
        System.arraycopy(other.last, 0, last, 0, all);
        System.arraycopy(other.load, 0, load, 0, all);
        if (limits != null) {
            limits.copy(other.limits, all);
        }
        size = other.size;
        length = other.length;
        version = other.version;
    }

    /** Numbers that no tour of the same plan had before. */
    static final class Versions {
        private long last;

        long next() {
            return ++last;
        }
    }

    /** Puts the ride in: its pick-up after stop number {@code afterPickup}, its drop-off after {@code afterDropoff} ≥ that. */
    void insert(int ride, int afterPickup, int afterDropoff) {
        reserve(size + 2);
        for (int i = size + 1; i > afterDropoff; i--) {
            stop[i + 2] = stop[i];
        }
        stop[afterDropoff + 2] = PooledProblem.dropoff(ride);
        for (int i = afterDropoff; i > afterPickup; i--) {
            stop[i + 1] = stop[i];
        }
        stop[afterPickup + 1] = PooledProblem.pickup(ride);
        size += 2;
        refresh();
    }

    /** Takes out every ride that is marked. */
    void remove(boolean[] marked) {
        int kept = 0;
        for (int i = 1; i <= size; i++) {
            if (!marked[PooledProblem.ride(stop[i])]) {
                stop[++kept] = stop[i];
            }
        }
        if (kept != size) {
            size = kept;
            refresh();
        }
    }

    void load(int[] stops) {
        reserve(stops.length);
        System.arraycopy(stops, 0, stop, 1, stops.length);
        size = stops.length;
        refresh();
    }

    private void refresh() {
        version = versions.next();
        stop[0] = 0;
        stop[size + 1] = 0;
        forward();
        if (limits != null) {
            limits.refresh(stop, begin, size + 2);
        }
        backward();
    }

    private void forward() {
        begin[0] = problem.earliest[0];
        load[0] = 0;
        length = 0;
        for (int i = 1; i <= size + 1; i++) {
            double leg = problem.distance(stop[i - 1], stop[i]);
            length += leg;
            begin[i] = Math.max(problem.earliest[stop[i]], begin[i - 1] + problem.service[stop[i - 1]] + leg);
            load[i] = load[i - 1] + problem.demand[stop[i]];
        }
    }

    private void backward() {
        last[size + 1] = limits == null ? problem.latest[0] : limits.due[size + 1];
        for (int i = size; i >= 0; i--) {
            double leg = problem.distance(stop[i], stop[i + 1]);
            double due = limits == null ? problem.latest[stop[i]] : limits.due[i];
            last[i] = Math.min(due, last[i + 1] - leg - problem.service[stop[i]]);
        }
    }

    private void reserve(int stops) {
        if (stop.length < stops + 2) {
            int room = 2 * stops + 2;
            stop = Arrays.copyOf(stop, room);
            begin = Arrays.copyOf(begin, room);
            last = Arrays.copyOf(last, room);
            load = Arrays.copyOf(load, room);
        }
    }
}
