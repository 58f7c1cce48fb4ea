package org.motorpool.planner.referee;

/**
 * A way that a vehicle drives, and what it does at its end.
 *
 * @param free_s when it had done what it did before
 * @param way_m by the referee's own reading of the way, as is {@code least_s}
 * @param done_s when it has done what it came for
 * @param home whether it ends at home
 */
public record Leg(
        RefereedVehicle vehicle,
        int free_s,
        int leave_s,
        int arrive_s,
        int done_s,
        long way_m,
        int least_s,
        boolean empty,
        boolean home) {

    /** Seconds by which it is faster than a vehicle can be, or leaves before it was free. */
    int impossible_s() {
        return Math.max(0, free_s - leave_s) + Math.max(0, least_s - (arrive_s - leave_s));
    }

    long cost_fen() {
        return vehicle.way_fen(way_m, empty);
    }

    /** On the way or at work within the window, away from home. */
    boolean isUnderWay(int from_s, int to_s) {
        int until_s = home ? arrive_s : done_s;
        return leave_s < to_s && until_s > from_s && until_s > leave_s;
    }
}
