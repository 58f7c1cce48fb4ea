package org.motorpool.planner.search;

/** Rides one after the other for a vehicle of a group, from home to home, with what that costs. */
final class Chain {

    /** Of a ride that is left out. */
    static final int NO_GROUP = -1;

    final int group;
    final int[] ride;
    final double cost;

    /** How much of it the relaxed plan has. */
    double share;

    /** It is in the plan, whatever else. */
    boolean settled;

    /** Rounds since it had any. */
    int idle;

    Chain(int group, int[] ride, double cost) {
        this.group = group;
        this.ride = ride;
        this.cost = cost;
    }
}
