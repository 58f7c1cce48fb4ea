package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of rides and of the tour leave to the stops of one tour. Going along a tour it is enough to know for whoever is on
 * board how late the pick-up may be put off by what lies between: a later begin at one stop lets the pick-up be later by as much, until one
 * of the stops in between must begin. So one pass decides exactly whether a tour can be timed (after Gschwind and Irnich, "Effective
 * handling of dynamic time windows and its application to solving the dial-a-ride problem", 2015).
 */
final class RideLimits {

    private final PooledProblem problem;

    /** Place of the pick-up of each ride in a tour. */
    private final int[] place;

    /** Time under way from the depot to the begin at a stop, without any waiting. */
    double[] driven = new double[16];

    /** When service must begin at the latest for the window, and whoever gets off has not been on board too long. */
    double[] due = new double[16];

    /** {@code due} less {@code driven}: the least of these between two stops says how late the first may be. */
    double[] spare = new double[16];

    /** The least {@code spare} from the depot on. */
    double[] least = new double[16];

    /** By how much the way to the next stop may be longer at most, for whoever is on board. */
    double[] longer = new double[16];

    /** Place of the pick-up of who gets off at a stop; where nobody does, the stop itself. */
    int[] from = new int[16];

    RideLimits(PooledProblem problem) {
        this.problem = problem;
        this.place = new int[problem.rides];
    }

    void copy(@Nullable RideLimits other, int stops) {
        RideLimits source = Objects.requireNonNull(other);
        reserve(stops);
        System.arraycopy(source.driven, 0, driven, 0, stops);
        System.arraycopy(source.due, 0, due, 0, stops);
        System.arraycopy(source.spare, 0, spare, 0, stops);
        System.arraycopy(source.least, 0, least, 0, stops);
        System.arraycopy(source.longer, 0, longer, 0, stops);
        System.arraycopy(source.from, 0, from, 0, stops);
    }

    /** @param stops their number, the depot at both ends included */
    void refresh(int[] stop, double[] begin, int stops) {
        reserve(stops);
        driven[0] = begin[0];
        due[0] = problem.latest[0];
        from[0] = 0;
        spare[0] = due[0] - driven[0];
        least[0] = spare[0];
        for (int i = 1; i < stops; i++) {
            driven[i] = driven[i - 1] + problem.service[stop[i - 1]] + problem.distance(stop[i - 1], stop[i]);
            from[i] = from(stop, i, stops);
            due[i] = Math.min(problem.latest[stop[i]], latest(i, stop[from[i]]));
            spare[i] = due[i] - driven[i];
            least[i] = Math.min(least[i - 1], spare[i]);
        }
        lengthen(stop, stops);
    }

    private int from(int[] stop, int at, int stops) {
        if (at == stops - 1) {
            return 0;
        }
        int ride = PooledProblem.ride(stop[at]);
        if (stop[at] == PooledProblem.pickup(ride)) {
            place[ride] = at;
        }
        return place[ride];
    }

    /** Until when who got in at the stop may be on board. */
    private double latest(int at, int pickup) {
        int begun = from[at];
        if (begun == at) {
            return Double.POSITIVE_INFINITY;
        }
        double most = Double.POSITIVE_INFINITY;
        for (int i = begun; i < at; i++) {
            most = Math.min(most, spare[i]);
        }
        return most + driven[begun] + problem.most(pickup);
    }

    private void lengthen(int[] stop, int stops) {
        Arrays.fill(longer, 0, stops, problem.limits.tour() - (driven[stops - 1] - driven[0]));
        for (int i = 1; i < stops - 1; i++) {
            double left = problem.most(stop[from[i]]) - (driven[i] - driven[from[i]]);
            for (int at = from[i]; at < i; at++) {
                longer[at] = Math.min(longer[at], left);
            }
        }
    }

    private void reserve(int stops) {
        if (due.length < stops) {
            int room = 2 * stops;
            driven = Arrays.copyOf(driven, room);
            due = Arrays.copyOf(due, room);
            spare = Arrays.copyOf(spare, room);
            least = Arrays.copyOf(least, room);
            longer = Arrays.copyOf(longer, room);
            from = Arrays.copyOf(from, room);
        }
    }
}
