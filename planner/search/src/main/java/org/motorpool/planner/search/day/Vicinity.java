package org.motorpool.planner.search.day;

import org.motorpool.planner.search.Nearest;

/** For each ride those near in place and time, itself first; found when first asked for. */
final class Vicinity {

    private static final int AROUND = 250;

    /** Further apart in time rides are no neighbours. */
    private static final int FAR_S = 5 * 3600;

    private final DispatchDay day;
    private int[][] around = new int[0][];

    Vicinity(DispatchDay day) {
        this.day = day;
    }

    int[] around(int ride) {
        if (around.length <= ride) {
            around = java.util.Arrays.copyOf(around, day.rides.size);
        }
        if (around[ride] == null) {
            around[ride] = Nearest.list(ride, day.rides.size, AROUND, this::apart);
        }
        return around[ride];
    }

    /** Seconds of driving and half of the time between two rides, one after the other or one beside the other. */
    private int apart(int ride, int other) {
        if (ride == other) {
            return 0;
        }
        RideTable rides = day.rides;
        int one = 2 * ride;
        int two = 2 * other;
        int gap_s = Math.min(
                Math.abs(rides.earliest_s[two] - rides.earliest_s[one] - rides.duration_s[one]),
                Math.abs(rides.earliest_s[one] - rides.earliest_s[two] - rides.duration_s[two]));
        if (gap_s > FAR_S) {
            return Nearest.NEVER;
        }
        int leg_s = Math.min(
                day.ways.seconds(rides.to[one | 1], rides.from[two]),
                day.ways.seconds(rides.to[two | 1], rides.from[one]));
        return 1 + Math.min(leg_s + gap_s / 2, together_s(ride, other));
    }

    private int together_s(int ride, int other) {
        RideTable rides = day.rides;
        return rides.mayShare(ride, other)
                ? day.ways.seconds(rides.from[2 * ride], rides.from[2 * other])
                        + Math.abs(rides.earliest_s[2 * ride] - rides.earliest_s[2 * other])
                : Nearest.NEVER - 1;
    }
}
