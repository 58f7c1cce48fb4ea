package org.motorpool.planner.search;

import java.util.List;
import java.util.Optional;

/** A plan made of the chains of a bound, in the place of the one there is when it is cheaper. */
final class ChainStart {

    /** Rides that a bound by chains is close to the truth for in the time there is. */
    private static final int MOST_RIDES = 2_000;

    /** Parts of the budget after which the bound, and the chains, are taken as they are. */
    private static final double BOUND = 0.35;

    private static final double CHAINS = 0.7;

    /** Rounds of the bound; most end much earlier. */
    private static final double MOST_ROUNDS = 400;

    private final ShiftPlan plan;
    private final Parked parked;

    ChainStart(ShiftPlan plan, Parked parked) {
        this.plan = plan;
        this.parked = parked;
    }

    /** @return whether the plan is a better one now */
    boolean take(Budget budget) {
        if (plan.problem.rides > MOST_RIDES) {
            return false;
        }
        VehicleGroups groups = new VehicleGroups(plan.problem);
        long before = plan.cost();
        findChains(groups, budget).ifPresent(chains -> drive(chains, groups));
        if (plan.cost() < before) {
            plan.keep();
            return true;
        }
        plan.undo();
        return false;
    }

    private Optional<List<Chain>> findChains(VehicleGroups groups, Budget budget) {
        Budget ofBound = round -> Math.max(round / MOST_ROUNDS, budget.spent(0) / BOUND);
        long[] penalty = CostBound.penalty(plan.problem);
        FlowBound flow = new FlowBound(new FlowArcs(plan.problem, groups, penalty), groups).raise(ofBound);
        return ChainBound.find(plan.problem, groups, penalty).map(bound -> {
            bound.raise(flow.values(), ofBound);
            return bound.dive(() -> budget.spent(0) >= CHAINS);
        });
    }

    /** Rides that no chain has go where they add least. */
    private void drive(List<Chain> chains, VehicleGroups groups) {
        for (int vehicle : plan.used.toArray()) {
            plan.remove(vehicle, 0, plan.shift[vehicle].size);
        }
        int[] taken = new int[groups.size];
        for (Chain chain : chains) {
            int vehicle = groups.members.get(chain.group).get(taken[chain.group]++);
            for (int i = 0; i < chain.ride.length; i++) {
                plan.insert(vehicle, chain.ride[i], i);
            }
        }
        new FirstPlan(plan, parked).fill();
    }
}
