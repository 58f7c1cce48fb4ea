package org.motorpool.planner.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

    /** Places of exclusive rides and of three parking places. */
    record Town(double[][] from, double[][] to, double[][] parking) implements ExclusiveProblem.DeadHead {

        static Town made(int rides, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return new Town(points(rides, random), points(rides, random), points(3, random));
        }

        private static double[][] points(int count, SplittableRandom random) {
            double[][] points = new double[count][];
            for (int i = 0; i < count; i++) {
                points[i] = new double[] {random.nextInt(100), random.nextInt(100)};
            }
            return points;
        }

        @Override
        public int between_min(int ride, int next) {
            return minutes(to[ride], from[next]);
        }

        @Override
        public int out_min(int place, int ride) {
            return minutes(parking[place], from[ride]);
        }

        @Override
        public int back_min(int ride, int place) {
            return minutes(to[ride], parking[place]);
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
            made.add(new ExclusiveProblem.Ride(from, from + 15, 30 + random.nextInt(30), random.nextInt(2)));
        }
        return made;
    }

    /** Vehicles of classes 0 and 1 at three places in turn. */
    static List<ExclusiveProblem.Vehicle> vehicles(int count) {
        List<ExclusiveProblem.Vehicle> vehicles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vehicles.add(new ExclusiveProblem.Vehicle(i % 3, i % 2));
        }
        return vehicles;
    }
}
