package org.motorpool.planner.search;

import java.util.function.LongSupplier;

/** How much of a search is done. With steps the same seed gives the same plan on every machine. */
@FunctionalInterface
public interface Budget {

    /**
     * @param steps taken so far
     * @return 0 at the beginning; the search ends from 1 on
     */
    double spent(long steps);

    /** So many steps. */
    static Budget ofSteps(long most) {
        return steps -> (double) steps / most;
    }

    /** So many nanoseconds of a clock, from now on; it is read every 16 steps. */
    static Budget ofTime(long most_ns, LongSupplier clock_ns) {
        long start_ns = clock_ns.getAsLong();
        double[] known = new double[1];
        return steps -> {
            if ((steps & 15) == 0) {
                known[0] = (double) (clock_ns.getAsLong() - start_ns) / most_ns;
            }
            return known[0];
        };
    }

    /** Ends at once when the other says so, too. */
    default Budget or(java.util.function.BooleanSupplier stopped) {
        return steps -> stopped.getAsBoolean() ? 1 : spent(steps);
    }
}
