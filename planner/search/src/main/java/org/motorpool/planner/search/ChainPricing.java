package org.motorpool.planner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The cheapest chain of rides for a vehicle of each group when every served ride pays a value: shortest paths over rides and the minutes
 * they begin at, in whole numbers, so that what follows from them is exact.
 */
final class ChainPricing {

    /** Values are in so many parts of the unit of cost. */
    static final long PARTS = 1_000;

    private static final int NONE = -1;
    private static final long NEVER = Long.MAX_VALUE / 4;

    /** Chains of one group that are told at once. */
    private static final int TOLD = 6;

    private final ExclusiveProblem problem;
    private final VehicleGroups groups;
    private final RideNetwork network;

    /** Costs of the arcs by rate. */
    private final int[][] tight;

    private final int[][] loose;

    /** Slots: a node at one time; those of node {@code n} begin at {@code slot[n]}. */
    private final int[] slot;

    private final int[] nodeOf;
    private final long[] reached;
    private final int[] before;

    /** The slot with which a day may end at a node, and what the chain costs with the way home. */
    private final int[] last;

    private final long[] closed;

    private final double[] rent;
    private final int[] usedIn;
    private int uses;
    private final List<Chain> found = new ArrayList<>();

    ChainPricing(ExclusiveProblem problem, VehicleGroups groups, RideNetwork network) {
        this.problem = problem;
        this.groups = groups;
        this.network = network;
        int[] rates = groups.ofRates();
        this.tight =
                Arrays.stream(rates).mapToObj(of -> costs(network.tight, of)).toArray(int[][]::new);
        this.loose =
                Arrays.stream(rates).mapToObj(of -> costs(network.loose, of)).toArray(int[][]::new);
        this.slot = new int[network.nodes + 1];
        for (int node = 0; node < network.nodes; node++) {
            slot[node + 1] = slot[node] + 1 + network.to[node] - network.from[node];
        }
        int slots = slot[network.nodes];
        this.nodeOf = new int[slots];
        this.reached = new long[slots];
        this.before = new int[slots];
        this.last = new int[network.nodes];
        this.closed = new long[network.nodes];
        this.rent = new double[groups.size];
        this.usedIn = new int[problem.rides];
        IntStream.range(0, network.nodes).forEach(node -> Arrays.fill(nodeOf, slot[node], slot[node + 1], node));
    }

    private int[] costs(RideNetwork.Arcs arcs, int vehicle) {
        return Arrays.stream(arcs.way, 0, arcs.size)
                .map(way -> problem.cost(vehicle, way))
                .toArray();
    }

    /** Chains that cost less than their rides pay, from the last {@link #price}. */
    List<Chain> found() {
        return found;
    }

    /**
     * @param value what each ride pays, in {@link #PARTS}
     * @param over asked before each group
     * @return what all vehicles lose at most, in parts: with the values it makes a lower bound; nothing when it was over before
     */
    OptionalLong price(long[] value, BooleanSupplier over) {
        found.clear();
        long sum = 0;
        for (int group = 0; group < groups.size; group++) {
            if (over.getAsBoolean()) {
                return OptionalLong.empty();
            }
            long least = cheapest(group, value);
            rent[group] = (double) least / PARTS;
            sum += groups.count[group] * least;
        }
        return OptionalLong.of(sum);
    }

    /** What a vehicle of each group is worth at the values of the last {@link #price}: at most 0, in the unit of cost. */
    double[] rents() {
        return rent;
    }

    private long cheapest(int group, long[] value) {
        Arrays.fill(reached, NEVER);
        begin(group);
        int kind = groups.kind[group];
        int[] surcharge = groups.surcharge[kind];
        long least = 0;
        for (int node = 0; node < network.nodes; node++) {
            int ride = network.ride[node];
            closed[node] = NEVER;
            if (surcharge[ride] != VehicleGroups.UNSUITABLE) {
                long gain = surcharge[ride] * PARTS - value[ride];
                expand(node, gain, groups.rate[kind]);
                if (last[node] != NONE) {
                    closed[node] = reached[last[node]] + gain + PARTS * groups.back(group, ride);
                    least = Math.min(least, closed[node]);
                }
            }
        }
        if (least < 0) {
            tell(group);
        }
        return least;
    }

    private void begin(int group) {
        for (int node = 0; node < network.nodes; node++) {
            if (network.first[node]) {
                reached[slot[node]] = PARTS * groups.out(group, network.ride[node]);
                before[slot[node]] = NONE;
            }
        }
    }

    /** A later begin is worth going on from only when it costs less than every earlier one. */
    private void expand(int node, long gain, int rate) {
        long least = NEVER;
        last[node] = NONE;
        int duration = problem.duration[network.ride[node]];
        for (int at = slot[node]; at < slot[node + 1]; at++) {
            if (reached[at] < least) {
                least = reached[at];
                last[node] = at;
                int end = network.from[node] + at - slot[node] + duration;
                expandTight(node, at, least + gain, end, tight[rate]);
            }
        }
        if (last[node] != NONE) {
            expandLoose(node, last[node], least + gain, loose[rate]);
        }
    }

    private void expandTight(int node, int at, long base, int end, int[] costs) {
        int[] next = network.tight.node;
        for (int arc = network.tight.begin[node]; arc < network.tight.begin[node + 1]; arc++) {
            int to = next[arc];
            int begin = end + problem.time(network.tight.way[arc]);
            if (begin <= network.to[to]) {
                int into = slot[to] + Math.max(0, begin - network.from[to]);
                relax(into, base + PARTS * costs[arc], at);
            }
        }
    }

    private void expandLoose(int node, int at, long base, int[] costs) {
        int[] next = network.loose.node;
        for (int arc = network.loose.begin[node]; arc < network.loose.begin[node + 1]; arc++) {
            relax(slot[next[arc]], base + PARTS * costs[arc], at);
        }
    }

    private void relax(int into, long cost, int from) {
        if (cost < reached[into]) {
            reached[into] = cost;
            before[into] = from;
        }
    }

    /** The best chains of the group that have no ride in common. */
    private void tell(int group) {
        uses++;
        long[] ends = IntStream.range(0, network.nodes)
                .filter(node -> closed[node] < 0)
                .boxed()
                .sorted((a, b) -> Long.compare(closed[a], closed[b]))
                .mapToLong(Integer::longValue)
                .toArray();
        int told = 0;
        for (int i = 0; i < ends.length && told < TOLD; i++) {
            int[] rides = trace(last[(int) ends[i]]);
            if (Arrays.stream(rides).noneMatch(ride -> usedIn[ride] == uses)) {
                Arrays.stream(rides).forEach(ride -> usedIn[ride] = uses);
                found.add(new Chain(group, rides, cost(group, rides)));
                told++;
            }
        }
    }

    private int[] trace(int end) {
        int length = 0;
        for (int at = end; at != NONE; at = before[at]) {
            length++;
        }
        int[] rides = new int[length];
        for (int at = end; at != NONE; at = before[at]) {
            rides[--length] = network.ride[nodeOf[at]];
        }
        return rides;
    }

    /** Of a vehicle of the group for these rides, in the unit of cost. */
    long cost(int group, int[] rides) {
        int[] surcharge = groups.surcharge[groups.kind[group]];
        long cost = groups.out(group, rides[0]) + groups.back(group, rides[rides.length - 1]) + surcharge[rides[0]];
        for (int i = 1; i < rides.length; i++) {
            cost += problem.cost(groups.vehicle[group], problem.between(rides[i - 1], rides[i])) + surcharge[rides[i]];
        }
        return cost;
    }
}
