package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.planner.search.PooledProblem.Limits;
import org.motorpool.planner.search.PooledProblem.Stop;

/** The one pass against all differences between times at once (Bellman and Ford), over random tours that grow ride by ride. */
class RideTimesTest {

    private static final int RIDES = 14;
    private static final double EPSILON = 1e-9;

    private int possible;
    private int impossible;

    @ParameterizedTest
    @CsvSource({"25, 1000", "45, 1000", "45, 220", "60, 160"})
    void saysExactlyWhetherATourCanBeTimed(double ride, double tour) {
        for (long seed = 1; seed <= 60; seed++) {
            grow(problem(new SplittableRandom(seed), new Limits(ride, tour)));
        }
        assertThat(possible).isGreaterThan(500);
        assertThat(impossible).isGreaterThan(500);
    }

    private void grow(PooledProblem problem) {
        Tour tour = new Tour(problem, new Tour.Versions());
        RideTimes times = new RideTimes(problem);
        for (int ride = 0; ride < problem.rides; ride++) {
            int[] place = null;
            for (int i = 0; i <= tour.size; i++) {
                for (int j = i; j <= tour.size; j++) {
                    boolean can = canBeTimed(problem, with(tour, ride, i, j));
                    assertThat(times.isPossible(tour, ride, i, j))
                            .as("ride %d after %d and %d of %s", ride, i, j, Arrays.toString(tour.stop))
                            .isEqualTo(can);
                    place = can && (i + j + ride) % 3 == 0 ? new int[] {i, j} : place;
                    possible += can ? 1 : 0;
                    impossible += can ? 0 : 1;
                }
            }
            if (place != null) {
                tour.insert(ride, place[0], place[1]);
            }
        }
    }

    private static List<Integer> with(Tour tour, int ride, int afterPickup, int afterDropoff) {
        List<Integer> stops = new ArrayList<>();
        for (int i = 0; i <= tour.size + 1; i++) {
            stops.add(tour.stop[i]);
            if (i == afterPickup) {
                stops.add(PooledProblem.pickup(ride));
            }
            if (i == afterDropoff) {
                stops.add(PooledProblem.dropoff(ride));
            }
        }
        return stops;
    }

    /** {@code later[i][j]}: stop j begins so much after stop i at least; the windows are demands against a stop at the time 0. */
    private static boolean canBeTimed(PooledProblem problem, List<Integer> stops) {
        int size = stops.size();
        double[] time =
                stops.stream().mapToDouble(stop -> problem.earliest[stop]).toArray();
        for (int round = 0; round <= size; round++) {
            double[] before = time.clone();
            for (int i = 1; i < size; i++) {
                int last = stops.get(i - 1);
                time[i] = Math.max(time[i], time[i - 1] + problem.service[last] + problem.distance(last, stops.get(i)));
                int from = i == size - 1 ? 0 : stops.indexOf(stops.get(i) - 1);
                if (i == size - 1 || stops.get(i) % 2 == 0) {
                    time[from] = Math.max(time[from], time[i] - problem.most(stops.get(from)));
                }
            }
            if (Arrays.equals(before, time)) {
                return inTime(problem, stops, time);
            }
        }
        return false;
    }

    private static boolean inTime(PooledProblem problem, List<Integer> stops, double[] time) {
        for (int i = 0; i < time.length; i++) {
            if (time[i] > problem.latest[stops.get(i)] + EPSILON) {
                return false;
            }
        }
        return true;
    }

    /** Coordinates and times are whole, so that both ways round alike. */
    private static PooledProblem problem(SplittableRandom random, Limits limits) {
        List<Stop> stops = new ArrayList<>(List.of(new Stop(0, 0, 0, 0, 480, 0)));
        for (int ride = 0; ride < RIDES; ride++) {
            int at = random.nextInt(300);
            boolean outbound = ride % 2 == 0;
            stops.add(stop(random, 1, outbound ? at : 0, outbound ? at + 15 : 480));
            stops.add(stop(random, -1, outbound ? 0 : at + 30, outbound ? 480 : at + 60));
        }
        return new PooledProblem(1, 10, stops, limits);
    }

    private static Stop stop(SplittableRandom random, int demand, int earliest, int latest) {
        return new Stop(random.nextInt(20) - 10, random.nextInt(20) - 10, demand, earliest, latest, 3);
    }
}
