package org.motorpool.planner.search;

import java.util.SplittableRandom;

/** Which worse plans are taken: the temperature falls exponentially while the budget is spent. */
public final class Annealing {

    private final double first;
    private final double ratio;
    private final SplittableRandom random;

    /**
     * @param first temperature, in the unit of cost
     * @param end the last one
     */
    public Annealing(double first, double end, SplittableRandom random) {
        this.first = first;
        this.ratio = end / first;
        this.random = random;
    }

    /** The cost below which a plan is taken. */
    public double limit(double cost, double spent) {
        return cost - first * Math.pow(ratio, spent) * Math.log(random.nextDouble());
    }
}
