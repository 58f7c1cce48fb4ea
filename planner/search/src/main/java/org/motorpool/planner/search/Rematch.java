package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cuts the shifts near a random ride at one moment of the day and joins heads and tails anew, at the least cost of all ways there are:
 * one assignment problem. It finds in milliseconds what exchanges of two or three tails do not reach.
 */
final class Rematch {

    private static final int SHIFTS = 200;
    private static final int EMPTY = 40;

    /** One cut in so many is before the day begins: whole shifts change their vehicles. */
    private static final int WHOLE = 8;

    private final ShiftPlan plan;
    private final ExclusiveProblem problem;
    private final Neighbours neighbours;
    private final SplittableRandom random;
    private final IntBag chosen;

    Rematch(ShiftPlan plan, Neighbours neighbours, SplittableRandom random) {
        this.plan = plan;
        this.problem = plan.problem;
        this.neighbours = neighbours;
        this.random = random;
        this.chosen = new IntBag(problem.vehicles);
    }

    /** Never makes the plan dearer. */
    void improve() {
        int seed = random.nextInt(problem.rides);
        int moment = random.nextInt(WHOLE) == 0 ? -1 : problem.earliest[seed];
        choose(seed);
        int[] vehicles = chosen.toArray();
        Tail[] tails = Arrays.stream(vehicles)
                .mapToObj(vehicle -> tail(plan.shift[vehicle], moment))
                .toArray(Tail[]::new);
        int[] column = Assignment.solve(costs(vehicles, tails));
        int[][] joined = new int[vehicles.length][];
        for (int row = 0; row < vehicles.length; row++) {
            joined[row] = join(vehicles[row], tails[row].from, tails[column[row]]);
        }
        for (int row = 0; row < vehicles.length; row++) {
            if (column[row] != row) {
                plan.set(vehicles[row], joined[row]);
            }
        }
    }

    /** Shifts near the ride, and empty ones near it. */
    private void choose(int seed) {
        chosen.clear();
        for (int ride : neighbours.around[seed]) {
            if (plan.shiftOf[ride] >= 0 && chosen.size() < SHIFTS) {
                chosen.add(plan.shiftOf[ride]);
            }
        }
        int most = chosen.size() + EMPTY;
        int skipped = random.nextInt(problem.vehicles);
        for (int i = 0; i < problem.vehicles && chosen.size() < most; i++) {
            int vehicle = (i + skipped) % problem.vehicles;
            if (plan.shift[vehicle].isEmpty()) {
                chosen.add(vehicle);
            }
        }
    }

    /** What of a shift begins later. */
    private record Tail(Shift shift, int from) {

        boolean isEmpty() {
            return from == shift.size;
        }

        int first() {
            return shift.ride[from];
        }

        int last() {
            return shift.ride[shift.size - 1];
        }
    }

    private Tail tail(Shift shift, int moment) {
        int from = 0;
        while (from < shift.size && shift.begin[from] <= moment) {
            from++;
        }
        return new Tail(shift, from);
    }

    private int[][] costs(int[] vehicles, Tail[] tails) {
        int[][] costs = new int[vehicles.length][vehicles.length];
        for (int row = 0; row < vehicles.length; row++) {
            for (int column = 0; column < vehicles.length; column++) {
                costs[row][column] = cost(vehicles[row], tails[row].from, tails[column]);
            }
        }
        return costs;
    }

    /** Of a vehicle that goes on with the tail after its first {@code kept} rides; what all tails have in common is left out. */
    private int cost(int vehicle, int kept, Tail tail) {
        Shift head = plan.shift[vehicle];
        if (tail.isEmpty()) {
            return kept == 0 ? 0 : problem.cost(vehicle, problem.back(head.ride[kept - 1], vehicle));
        }
        int surcharge = surcharge(vehicle, tail);
        if (surcharge == Assignment.FORBIDDEN) {
            return surcharge;
        }
        int back = problem.cost(vehicle, problem.back(tail.last(), vehicle)) + surcharge;
        if (kept == 0) {
            return problem.vehicleCost + problem.cost(vehicle, problem.out(vehicle, tail.first())) + back;
        }
        int way = problem.between(head.ride[kept - 1], tail.first());
        return head.end(kept - 1) + problem.time(way) <= tail.shift.last[tail.from]
                ? problem.cost(vehicle, way) + back
                : Assignment.FORBIDDEN;
    }

    /** And of the ways within the tail. */
    private int surcharge(int vehicle, Tail tail) {
        int sum = 0;
        for (int i = tail.from; i < tail.shift.size; i++) {
            int ride = tail.shift.ride[i];
            if (!problem.suits(vehicle, ride)) {
                return Assignment.FORBIDDEN;
            }
            sum += problem.surcharge(vehicle, ride);
            sum += i == tail.from ? 0 : problem.cost(vehicle, problem.between(tail.shift.ride[i - 1], ride));
        }
        return sum;
    }

    private int[] join(int vehicle, int kept, Tail tail) {
        Shift head = plan.shift[vehicle];
        int[] rides = Arrays.copyOf(head.ride, kept + tail.shift.size - tail.from);
        System.arraycopy(tail.shift.ride, tail.from, rides, kept, rides.length - kept);
        return rides;
    }
}
