package org.motorpool.planner.search;

import java.util.stream.IntStream;

/** Vehicles without a shift, the cheapest for a ride first. */
final class Parked {

    private static final int NONE = -1;

    private final ShiftPlan plan;

    /** Vehicles of a list; beyond them all are looked at. */
    private static final int LISTED = 200;

    /** The cheapest vehicles that may serve each ride, by what it costs alone. */
    private final int[][] vehicles;

    private final int[] suitable;

    Parked(ShiftPlan plan) {
        this.plan = plan;
        ExclusiveProblem problem = plan.problem;
        this.vehicles = Nearest.lists(
                problem.rides,
                problem.vehicles,
                LISTED,
                (ride, vehicle) -> problem.suits(vehicle, ride) ? problem.alone(vehicle, ride) : Nearest.NEVER);
        this.suitable = IntStream.range(0, problem.rides)
                .map(ride -> count(problem, ride))
                .toArray();
    }

    private static int count(ExclusiveProblem problem, int ride) {
        return (int) IntStream.range(0, problem.vehicles)
                .filter(vehicle -> problem.suits(vehicle, ride))
                .count();
    }

    /** The cheapest free vehicle, or −1 when it would cost no less than {@code limit}. */
    int findFree(int ride, int limit) {
        int free = findFree(ride);
        return free != NONE && plan.problem.alone(free, ride) < limit ? free : NONE;
    }

    private int findFree(int ride) {
        for (int vehicle : vehicles[ride]) {
            if (plan.shift[vehicle].isEmpty()) {
                return vehicle;
            }
        }
        return suitable[ride] > vehicles[ride].length ? findFreeOfAll(ride) : NONE;
    }

    private int findFreeOfAll(int ride) {
        int cheapest = NONE;
        for (int vehicle = 0; vehicle < plan.shift.length; vehicle++) {
            if (plan.shift[vehicle].isEmpty()
                    && plan.problem.suits(vehicle, ride)
                    && (cheapest == NONE || plan.problem.alone(vehicle, ride) < plan.problem.alone(cheapest, ride))) {
                cheapest = vehicle;
            }
        }
        return cheapest;
    }

    /** What the ride costs alone with the best vehicle of all, free or not; 0 when none may serve it. */
    int leastAlone(int ride) {
        return vehicles[ride].length == 0 ? 0 : plan.problem.alone(vehicles[ride][0], ride);
    }

    /** How many vehicles may serve the ride. */
    int suitable(int ride) {
        return suitable[ride];
    }

    /** Rides that fewer vehicles may serve first, then by time. */
    int[] mostDemandingFirst() {
        ExclusiveProblem problem = plan.problem;
        return IntStream.range(0, problem.rides)
                .boxed()
                .sorted((a, b) -> suitable[a] != suitable[b]
                        ? Integer.compare(suitable[a], suitable[b])
                        : Integer.compare(problem.earliest[a], problem.earliest[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
