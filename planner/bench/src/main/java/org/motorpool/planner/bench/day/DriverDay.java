package org.motorpool.planner.bench.day;

/** What the referee knows of a driver between two turns of a day. */
final class DriverDay {

    /** When the vehicle before was brought back. */
    int free_s = Integer.MIN_VALUE;

    int continuous_s;
    int standingSince_s;

    /** At the wheel, of all vehicles. */
    int driven_s;

    boolean hasDriven() {
        return free_s != Integer.MIN_VALUE;
    }
}
