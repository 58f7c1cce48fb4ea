package org.motorpool.planner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The best shares of known chains so that each ride is served once: a linear program, solved by the method of multipliers with
 * coordinate descent. The values it gives to rides are drawn to those of the best bound so far (proximal), for they would jump else.
 */
final class ChainMaster {

    private static final int SWEEPS = 300;

    /** A chain that had no share for so many rounds is forgotten. */
    private static final int FORGOTTEN = 12;

    /** Change of a share that is none. */
    private static final double EXACT = 1e-4;

    /** Share that is none. */
    private static final double NOTHING = 0.01;

    private final List<Chain> chains = new ArrayList<>();
    private final BitSet isSettled = new BitSet();
    private final double[] count;

    /** What rides pay, and what vehicles of a group are worth beyond that: at most 0. */
    final double[] value;

    final double[] rent;

    private final double[] centre;
    private final double[] rentCentre;

    /** How far each ride is served, and vehicles used. */
    private final double[] served;

    private final double[] used;

    /** What a whole ride too little or too much moves its value by. */
    double step;

    /** @param values of the rides to begin with */
    ChainMaster(long[] values, int[] count, double step) {
        this.centre = Arrays.stream(values).asDoubleStream().toArray();
        this.value = centre.clone();
        this.count = Arrays.stream(count).asDoubleStream().toArray();
        this.rent = new double[count.length];
        this.rentCentre = new double[count.length];
        this.served = new double[values.length];
        this.used = new double[count.length];
        this.step = step;
    }

    void add(Chain chain) {
        chains.add(chain);
    }

    /**
     * From now on the values are drawn to those of now.
     *
     * @param rents what the vehicles of each group are worth at these values
     */
    void moveCentre(double[] rents) {
        System.arraycopy(value, 0, centre, 0, centre.length);
        System.arraycopy(rents, 0, rentCentre, 0, rents.length);
    }

    /** Stops where shares hardly change any more: the values are tried, so that they need not be exact. */
    void solve() {
        count();
        double most = 1;
        for (int sweep = 0; sweep < SWEEPS && most >= EXACT; sweep++) {
            most = 0;
            for (Chain chain : chains) {
                most = Math.max(most, chain.settled ? 0 : adjust(chain));
            }
        }
        price();
        forget();
    }

    /** @return how much the share changed */
    private double adjust(Chain chain) {
        double slope = chain.cost;
        int weight = chain.ride.length;
        for (int ride : chain.ride) {
            slope -= centre[ride] + step * (1 - served[ride]);
        }
        if (chain.group >= 0) {
            double paid = rent(chain.group);
            slope -= paid;
            weight += paid < 0 ? 1 : 0;
        }
        double share = Math.max(0, chain.share - slope / (step * weight));
        double change = share - chain.share;
        if (change != 0) {
            chain.share = share;
            apply(chain, change);
        }
        return Math.abs(change);
    }

    private double rent(int group) {
        return Math.min(0, rentCentre[group] + step * (count[group] - used[group]));
    }

    private void apply(Chain chain, double change) {
        for (int ride : chain.ride) {
            served[ride] += change;
        }
        if (chain.group >= 0) {
            used[chain.group] += change;
        }
    }

    /** Anew each time, so that rounding does not add up. */
    private void count() {
        Arrays.fill(served, 0);
        Arrays.fill(used, 0);
        chains.forEach(chain -> apply(chain, chain.share));
    }

    private void price() {
        for (int ride = 0; ride < value.length; ride++) {
            value[ride] = centre[ride] + step * (1 - served[ride]);
        }
        for (int group = 0; group < rent.length; group++) {
            rent[group] = rent(group);
        }
    }

    /** What has a share and a vehicle and is not settled, the greatest share first. */
    List<Chain> open() {
        return chains.stream()
                .filter(chain -> !chain.settled && chain.group >= 0 && chain.share > NOTHING)
                .sorted(Comparator.comparingDouble((Chain chain) -> -chain.share))
                .toList();
    }

    /** In the order they were settled. */
    List<Chain> settled() {
        return chains.stream().filter(chain -> chain.settled).toList();
    }

    /** From now on the chain is whole, and no other has rides of it. */
    void settle(Chain chain) {
        chain.settled = true;
        chain.share = 1;
        for (int ride : chain.ride) {
            isSettled.set(ride);
        }
        chains.removeIf(other -> !other.settled && Arrays.stream(other.ride).anyMatch(isSettled::get));
    }

    /** A chain that cannot be whole. */
    void drop(Chain chain) {
        chains.remove(chain);
    }

    /** The values of the best bound. */
    double[] centre() {
        return centre;
    }

    boolean isSettled(int ride) {
        return isSettled.get(ride);
    }

    private void forget() {
        chains.forEach(chain -> chain.idle = chain.share > 0 ? 0 : chain.idle + 1);
        chains.removeIf(chain -> chain.idle > FORGOTTEN && chain.group >= 0);
    }

    /** How far rides are served too little or too much, in all; 0 at the end. */
    double imbalance() {
        return Arrays.stream(served).map(each -> Math.abs(1 - each)).sum();
    }

    /** What the master takes the bound for: at least what the values prove. */
    double expected() {
        double sum = Arrays.stream(value).sum();
        for (int group = 0; group < rent.length; group++) {
            sum += count[group] * rent[group];
        }
        return sum;
    }
}
