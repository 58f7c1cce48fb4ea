package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Vehicles without a shift, where they park. */
final class Parked {

    private static final int NONE = -1;

    private final ShiftPlan plan;

    /** Vehicles by parking place and class. */
    private final int[][][] vehicles;

    /** Parking places of each ride by the way out and back. */
    final int[][] places;

    Parked(ShiftPlan plan) {
        this.plan = plan;
        ExclusiveProblem problem = plan.problem;
        int classes = Arrays.stream(problem.vehicleClass).max().orElse(0) + 1;
        this.vehicles = IntStream.range(0, problem.places)
                .mapToObj(place -> IntStream.range(0, classes)
                        .mapToObj(of -> at(problem, place, of))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.places = Nearest.lists(
                problem.rides,
                problem.places,
                problem.places,
                (ride, place) -> problem.out(place, ride) + problem.back(ride, place));
    }

    private static int[] at(ExclusiveProblem problem, int place, int vehicleClass) {
        return IntStream.range(0, problem.vehicles)
                .filter(each -> problem.place[each] == place && problem.vehicleClass[each] == vehicleClass)
                .toArray();
    }

    /** The free vehicle at the place that is good enough and no better than it must be, or −1. */
    int findFree(int place, int leastClass) {
        int[][] here = vehicles[place];
        for (int of = leastClass; of < here.length; of++) {
            for (int each : here[of]) {
                if (plan.shift[each].isEmpty()) {
                    return each;
                }
            }
        }
        return NONE;
    }
}
