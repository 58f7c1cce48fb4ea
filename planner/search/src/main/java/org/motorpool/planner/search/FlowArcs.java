package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The arcs of a {@link FlowBound}: what may follow each ride and what a group may begin with, with the least that it costs. */
final class FlowArcs {

    final int rides;

    /** By row, rides before groups. */
    final int[][] column;

    final long[][] cost;

    private final ExclusiveProblem problem;
    private final VehicleGroups groups;
    private final int[] rates;
    private final long[] surcharge;
    private final int[] columns;
    private final long[] costs;
    private int size;

    /** @param penalty what it costs to leave each ride out */
    FlowArcs(ExclusiveProblem problem, VehicleGroups groups, long[] penalty) {
        this.problem = problem;
        this.groups = groups;
        this.rides = problem.rides;
        this.rates = groups.ofRates();
        this.surcharge =
                IntStream.range(0, rides).mapToLong(this::leastSurcharge).toArray();
        int all = rides + groups.size;
        this.column = new int[all][];
        this.cost = new long[all][];
        this.columns = new int[all];
        this.costs = new long[all];
        IntStream.range(0, rides).forEach(ride -> ofRide(ride, penalty[ride]));
        IntStream.range(0, groups.size).forEach(this::ofGroup);
    }

    private long leastSurcharge(int ride) {
        return Arrays.stream(groups.surcharge)
                .mapToInt(kind -> kind[ride])
                .filter(each -> each != VehicleGroups.UNSUITABLE)
                .min()
                .orElse(0);
    }

    private void ofRide(int ride, long penalty) {
        add(ride, penalty);
        for (int next = 0; next < rides; next++) {
            int end = problem.earliest[ride] + problem.duration[ride];
            if (ride != next && end <= problem.latest[next]) {
                int way = problem.between(ride, next);
                if (end + problem.time(way) <= problem.latest[next]) {
                    add(next, leastCost(way) + surcharge[next]);
                }
            }
        }
        for (int group = 0; group < groups.size; group++) {
            if (groups.suits(group, ride)) {
                add(rides + group, groups.back(group, ride));
            }
        }
        close(ride);
    }

    private long leastCost(int way) {
        int least = Integer.MAX_VALUE;
        for (int vehicle : rates) {
            least = Math.min(least, problem.cost(vehicle, way));
        }
        return least;
    }

    private void ofGroup(int group) {
        int[] surcharges = groups.surcharge[groups.kind[group]];
        for (int ride = 0; ride < rides; ride++) {
            if (surcharges[ride] != VehicleGroups.UNSUITABLE) {
                add(ride, (long) groups.out(group, ride) + surcharges[ride]);
            }
        }
        add(rides + group, 0);
        close(rides + group);
    }

    private void add(int to, long with) {
        columns[size] = to;
        costs[size++] = with;
    }

    private void close(int row) {
        column[row] = Arrays.copyOf(columns, size);
        cost[row] = Arrays.copyOf(costs, size);
        size = 0;
    }
}
