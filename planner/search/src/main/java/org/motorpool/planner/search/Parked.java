package org.motorpool.planner.search;

import java.util.stream.IntStream;

/** Vehicles without a shift, the cheapest for a ride first. */
final class Parked {

    private static final int NONE = -1;

    private final ShiftPlan plan;

    /** Vehicles that may serve each ride, by what it costs alone. */
    private final int[][] vehicles;

    Parked(ShiftPlan plan) {
        this.plan = plan;
        ExclusiveProblem problem = plan.problem;
        this.vehicles = Nearest.lists(
                problem.rides,
                problem.vehicles,
                problem.vehicles,
                (ride, vehicle) -> problem.suits(vehicle, ride) ? problem.alone(vehicle, ride) : Nearest.NEVER);
    }

    /** The cheapest free vehicle, or −1 when it would cost no less than {@code limit}. */
    int findFree(int ride, int limit) {
        for (int vehicle : vehicles[ride]) {
            if (plan.shift[vehicle].isEmpty()) {
                return plan.problem.alone(vehicle, ride) < limit ? vehicle : NONE;
            }
        }
        return NONE;
    }

    /** What the ride costs alone with the best vehicle of all, free or not; 0 when none may serve it. */
    int leastAlone(int ride) {
        return vehicles[ride].length == 0 ? 0 : plan.problem.alone(vehicles[ride][0], ride);
    }

    /** How many vehicles may serve the ride. */
    int suitable(int ride) {
        return vehicles[ride].length;
    }

    /** Rides that fewer vehicles may serve first, then by time. */
    int[] mostDemandingFirst() {
        ExclusiveProblem problem = plan.problem;
        return IntStream.range(0, problem.rides)
                .boxed()
                .sorted((a, b) -> vehicles[a].length != vehicles[b].length
                        ? Integer.compare(vehicles[a].length, vehicles[b].length)
                        : Integer.compare(problem.earliest[a], problem.earliest[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
