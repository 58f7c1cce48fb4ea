package org.motorpool.planner.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * A lower bound by column generation: rides get values, and for these the cheapest chain of each group of vehicles is found; values
 * less what the vehicles could gain are a bound for any values (Lagrange), and a linear program over the chains found so far says
 * which values to try next. The bound is summed in whole numbers; only the choice of values is in floating point.
 */
final class ChainBound {

    /** It ends where the master expects no more than this part on top of the bound. */
    private static final double CLOSE = 1e-5;

    /** Where each ride is served once, give or take this on average. */
    private static final double BALANCED = 0.001;

    /** Of the median value of a ride. */
    private static final double FIRST_STEP = 0.5;

    /** Value of a ride that is settled: no chain goes there. */
    private static final long NEVER = -1_000_000_000_000L;

    private static final double LONGER = 1.3;
    private static final double SHORTER = 0.9;

    private final VehicleGroups groups;
    private final long[] penalty;
    private final ChainPricing pricing;
    private ChainMaster master;
    private long best = Long.MIN_VALUE;

    private ChainBound(VehicleGroups groups, long[] penalty, ChainPricing pricing) {
        this.groups = groups;
        this.penalty = penalty;
        this.pricing = pricing;
        this.master = master(new long[penalty.length]);
    }

    /** Nothing when the rides make no network of a size that can be searched. */
    static Optional<ChainBound> find(ExclusiveProblem problem, VehicleGroups groups, long[] penalty) {
        return RideNetwork.find(problem)
                .map(network -> new ChainBound(groups, penalty, new ChainPricing(problem, groups, network)));
    }

    /**
     * @param values of the rides to begin with
     * @param budget in rounds
     * @return the best bound found, in the unit of cost
     */
    long raise(long[] values, Budget budget) {
        master = master(values);
        boolean open = true;
        for (int round = 0; open && (round == 0 || budget.spent(round) < 1); round++) {
            open = improve(() -> budget.spent(0) >= 1)
                    && (master.expected() - bound() > CLOSE * Math.abs(bound())
                            || master.imbalance() > BALANCED * values.length);
        }
        return bound();
    }

    /** One round: the values are proven, and what is found better goes to the master. False when it was over before. */
    boolean improve(BooleanSupplier over) {
        OptionalLong proven = prove(master.value, over);
        if (proven.isEmpty()) {
            return false;
        }
        if (improves(proven.getAsLong())) {
            master.moveCentre(pricing.rents());
            master.step *= LONGER;
        } else {
            master.step *= SHORTER;
        }
        pricing.found().forEach(master::add);
        master.solve();
        return true;
    }

    /** After chains were settled: what is left is another problem. */
    void restart() {
        best = prove(master.centre(), () -> false).orElseThrow();
        pricing.found().forEach(master::add);
        master.solve();
    }

    /**
     * Whole chains, after {@link #raise}; the bound is lost with it.
     *
     * @param over what is settled then is the result
     */
    List<Chain> dive(BooleanSupplier over) {
        return new ChainDive(this, master, groups).dive(over);
    }

    /** Some rides may be worth very much: those that there are too few vehicles for. */
    private static long median(long[] values) {
        return values.length == 0 ? 0 : LongStream.of(values).sorted().toArray()[values.length / 2];
    }

    /** Costs are whole numbers. */
    private long bound() {
        return Math.ceilDiv(best, ChainPricing.PARTS);
    }

    private ChainMaster master(long[] values) {
        ChainMaster master = new ChainMaster(values, groups.count, FIRST_STEP * Math.max(1, median(values)));
        for (int ride = 0; ride < penalty.length; ride++) {
            master.add(new Chain(Chain.NO_GROUP, new int[] {ride}, penalty[ride]));
        }
        return master;
    }

    /** The bound of these values, in parts; nothing when it was over before it was known. */
    private OptionalLong prove(double[] values, BooleanSupplier over) {
        long[] parts = new long[values.length];
        long sum = 0;
        for (int ride = 0; ride < parts.length; ride++) {
            parts[ride] = master.isSettled(ride) ? NEVER : parts(values[ride], penalty[ride]);
            sum += master.isSettled(ride) ? 0 : parts[ride];
        }
        OptionalLong lost = pricing.price(parts, over);
        return lost.isPresent() ? OptionalLong.of(sum + lost.getAsLong()) : lost;
    }

    private static long parts(double value, long penalty) {
        return Math.min(penalty * ChainPricing.PARTS, (long) Math.floor(value * ChainPricing.PARTS));
    }

    /** Whether a bound is better than those before. */
    private boolean improves(long bound) {
        boolean better = bound > best;
        best = Math.max(best, bound);
        return better;
    }
}
