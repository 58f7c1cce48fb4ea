package org.motorpool.planner.bench;

/** Figures as they are read. */
final class Rounding {

    private Rounding() {}

    /** Two decimals. */
    static double two(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
