package org.motorpool.planner.search;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Vehicles that no plan can be without in an hour, proven by a path cover of the rides that may be under way in it.
 *
 * @param least the least class of vehicle that these rides need
 * @param region where they begin
 * @param hour of the day of the problem's clock, from 0
 * @param vehicles of that class or better, at least
 */
public record FleetNeed(int least, int region, int hour, int vehicles) {

    /**
     * The need of every class, region and hour that has rides.
     *
     * @param leastClass of a ride
     * @param region of a ride
     * @param length of an hour on the problem's clock
     */
    public static List<FleetNeed> of(
            ExclusiveProblem problem, IntUnaryOperator leastClass, IntUnaryOperator region, int length) {
        IntStream hours = IntStream.rangeClosed(0, lastHour(problem, length));
        return hours.boxed()
                .flatMap(hour -> of(problem, leastClass, region, length, hour))
                .toList();
    }

    private static int lastHour(ExclusiveProblem problem, int length) {
        return IntStream.range(0, problem.rides)
                .map(ride -> (problem.latest[ride] + problem.duration[ride]) / length)
                .max()
                .orElse(-1);
    }

    private static Stream<FleetNeed> of(
            ExclusiveProblem problem, IntUnaryOperator leastClass, IntUnaryOperator region, int length, int hour) {
        int[] rides = IntStream.range(0, problem.rides)
                .filter(ride -> touches(problem, ride, hour * length, (hour + 1) * length))
                .toArray();
        return IntStream.of(rides).map(region).distinct().sorted().boxed().flatMap(where -> {
            IntStream classes = IntStream.of(rides)
                    .filter(ride -> region.applyAsInt(ride) == where)
                    .map(leastClass);
            return classes.distinct()
                    .sorted()
                    .mapToObj(least -> new FleetNeed(
                            least,
                            where,
                            hour,
                            FleetBound.of(
                                    problem,
                                    ride -> touches(problem, ride, hour * length, (hour + 1) * length)
                                            && region.applyAsInt(ride) == where
                                            && leastClass.applyAsInt(ride) >= least)));
        });
    }

    private static boolean touches(ExclusiveProblem problem, int ride, int from, int to) {
        return problem.earliest[ride] < to && problem.latest[ride] + problem.duration[ride] > from;
    }
}
