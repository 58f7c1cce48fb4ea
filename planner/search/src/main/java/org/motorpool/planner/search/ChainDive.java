package org.motorpool.planner.search;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Whole chains out of the shares of a bound: those with the greatest shares are settled, few at a time, and what is left is priced anew, until
 * every ride is in a settled chain or in none.
 */
final class ChainDive {

    /** Rounds of pricing after chains were settled. */
    private static final int ROUNDS = 8;

    /** Chains with such a share are settled at once; and so many of the open ones, whatever their share. */
    private static final double WHOLE = 0.95;

    private static final double PART = 0.02;

    private final ChainBound bound;
    private final ChainMaster master;
    private final VehicleGroups groups;
    private final int[] taken;

    ChainDive(ChainBound bound, ChainMaster master, VehicleGroups groups) {
        this.bound = bound;
        this.master = master;
        this.groups = groups;
        this.taken = new int[groups.size];
    }

    /**
     * Chains that have no ride in common, and no more of a group than it has vehicles.
     *
     * @param over what is settled then is the result
     */
    List<Chain> dive(BooleanSupplier over) {
        for (List<Chain> open = master.open(); !open.isEmpty() && !over.getAsBoolean(); open = master.open()) {
            settle(open);
            bound.restart();
            for (int round = 0; round < ROUNDS; round++) {
                bound.improve(over);
            }
        }
        return master.settled();
    }

    private void settle(List<Chain> open) {
        int least = Math.max(1, (int) (PART * open.size()));
        for (int i = 0; i < open.size() && (i < least || open.get(i).share >= WHOLE); i++) {
            Chain chain = open.get(i);
            if (taken[chain.group] < groups.count[chain.group]
                    && IntStream.of(chain.ride).noneMatch(master::isSettled)) {
                taken[chain.group]++;
                master.settle(chain);
            } else {
                master.drop(chain);
            }
        }
    }
}
