package org.motorpool.planner.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.motorpool.planner.search.PooledProblem.Stop;

/** Object mother: rides over a town of 100 by 100 minutes. */
final class MadeRides {

    static final int DAY = 1_000;

    private MadeRides() {}

    /** Pooled rides with windows of 60 minutes; every one can be served by a vehicle of its own. */
    static List<Stop> pooled(int rides, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stop> stops = new ArrayList<>(List.of(new Stop(50, 50, 0, 0, DAY, 0)));
        for (int ride = 0; ride < rides; ride++) {
            double from = 150 + random.nextInt(500);
            int people = 1 + random.nextInt(3);
            Stop pickup = new Stop(random.nextInt(100), random.nextInt(100), people, from, from + 60, 2);
            double x = random.nextInt(100);
            double y = random.nextInt(100);
            double there = from + Math.hypot(x - pickup.x(), y - pickup.y());
            stops.add(pickup);
            stops.add(new Stop(x, y, -people, from, there + 90, 2));
        }
        return stops;
    }

    /** Exclusive rides over the town: vehicles of two classes at three homes in turn; a minute costs one, a poorer ride two. */
    record Town(double[][] from, double[][] to, int[] leastClass, int[] vehicleClass) implements ExclusiveModel {

        private static final double[][] HOMES = {{20, 20}, {80, 30}, {50, 90}};

        static Town made(int rides, int vehicles, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] vehicleClass = new int[vehicles];
            for (int i = 0; i < vehicles; i++) {
                vehicleClass[i] = i % 2;
            }
            int[] leastClass = random.ints(rides, 0, 2).toArray();
            return new Town(points(rides, random), points(rides, random), leastClass, vehicleClass);
        }

        private static double[][] points(int count, SplittableRandom random) {
            double[][] points = new double[count][];
            for (int i = 0; i < count; i++) {
                points[i] = new double[] {random.nextInt(100), random.nextInt(100)};
            }
            return points;
        }

        List<Integer> homes() {
            return IntStream.range(0, vehicleClass.length)
                    .mapToObj(vehicle -> vehicle % HOMES.length)
                    .toList();
        }

        @Override
        public int between(int ride, int next) {
            return minutes(to[ride], from[next]);
        }

        @Override
        public int out(int home, int ride) {
            return minutes(HOMES[home], from[ride]);
        }

        @Override
        public int back(int ride, int home) {
            return minutes(to[ride], HOMES[home]);
        }

        @Override
        public int time(int way) {
            return way;
        }

        @Override
        public int cost(int vehicle, int way) {
            return way * (2 + vehicleClass[vehicle]) / 2;
        }

        @Override
        public int rate(int vehicle) {
            return vehicleClass[vehicle];
        }

        @Override
        public boolean suits(int vehicle, int ride) {
            return vehicleClass[vehicle] >= leastClass[ride];
        }

        @Override
        public int surcharge(int vehicle, int ride) {
            return 2 * (vehicleClass[vehicle] - leastClass[ride]);
        }

        private static int minutes(double[] a, double[] b) {
            return (int) Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1]));
        }
    }

    /** Rides of 30 to 60 minutes with windows of 15. */
    static List<ExclusiveProblem.Ride> exclusive(int rides, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ExclusiveProblem.Ride> made = new ArrayList<>();
        for (int ride = 0; ride < rides; ride++) {
            int from = 400 + random.nextInt(600);
            made.add(new ExclusiveProblem.Ride(from, from + 15, 30 + random.nextInt(30), 1_000_000));
        }
        return made;
    }
}
