package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.planner.search.CostBound.Relaxation;
import org.motorpool.planner.search.ExclusiveProblem.Ride;
import org.motorpool.planner.search.MadeRides.Town;

/** A bound must lie below the cheapest plan there is: here found by trying everything. */
class CostBoundTest {

    private static final int VEHICLE_COST = 120;
    private static final int RIDES = 6;
    private static final int INSTANCES = 150;
    private static final Budget ENOUGH = Budget.ofSteps(200);
    private static final Budget NONE = Budget.ofSteps(1).or(() -> true);

    @ParameterizedTest
    @CsvSource({
        // vehicles, window, duration, span of the day, cost of a ride left out, how near the mean bound comes
        "5, 0, 30, 400, 100000, 0.99",
        "5, 15, 30, 400, 100000, 0.99",
        "3, 60, 25, 300, 100000, 0.95",
        "4, 200, 20, 300, 100000, 0.9",
        "2, 40, 30, 300, 260, 0.97",
        "1, 30, 10, 200, 300, 0.97"
    })
    void staysBelowTheCheapestPlan(int vehicles, int window, int duration, int span, long unserved, double nearness) {
        double near = 0;
        for (int seed = 0; seed < INSTANCES; seed++) {
            Town town = Town.made(RIDES, vehicles, seed);
            List<Ride> rides = rides(seed, window, duration, span, unserved);
            ExclusiveProblem problem = new ExclusiveProblem(rides, town.homes(), VEHICLE_COST, town);
            long cheapest = new EveryPlan(town, rides, VEHICLE_COST).cheapest();
            CostBound flow = CostBound.of(problem, NONE);
            CostBound chains = CostBound.of(problem, ENOUGH);
            assertThat(flow.cost()).isNotNegative().isLessThanOrEqualTo(chains.cost());
            assertThat(chains.cost()).as("seed %d", seed).isLessThanOrEqualTo(cheapest);
            near += (double) chains.cost() / cheapest;
        }
        assertThat(near / INSTANCES).isGreaterThan(nearness);
    }

    @Test
    void isExactForOneVehicleAndOneRide() {
        Town town = new Town(new double[][] {{20, 30}}, new double[][] {{20, 50}}, new int[1], new int[1]);
        ExclusiveProblem problem =
                new ExclusiveProblem(List.of(new Ride(600, 615, 30, 1_000)), town.homes(), VEHICLE_COST, town);
        assertThat(CostBound.of(problem, ENOUGH).cost()).isEqualTo(VEHICLE_COST + 10 + 30);
    }

    @Test
    void fallsBackOnTheFlowWhereARideTakesNoTime() {
        Town town = Town.made(2, 2, 1);
        List<Ride> rides = List.of(new Ride(600, 615, 0, 1_000), new Ride(600, 615, 0, 1_000));
        CostBound bound = CostBound.of(new ExclusiveProblem(rides, town.homes(), VEHICLE_COST, town), ENOUGH);
        assertThat(bound.relaxation()).isEqualTo(Relaxation.NETWORK_FLOW);
        assertThat(bound.cost()).isPositive();
    }

    @Test
    void isNothingWithoutRidesAndThePenaltiesWithoutVehicles() {
        Town town = Town.made(0, 2, 1);
        assertThat(CostBound.of(new ExclusiveProblem(List.of(), town.homes(), 0, town), ENOUGH)
                        .cost())
                .isZero();
        Town empty = Town.made(2, 0, 1);
        ExclusiveProblem stranded = new ExclusiveProblem(MadeRides.exclusive(2, 1), List.of(), 0, empty);
        assertThat(CostBound.of(stranded, ENOUGH).cost()).isBetween(0L, 2_000_000L);
    }

    @Test
    void liesCloseBelowWhatTheSearchFinds() {
        Town town = Town.made(120, 100, 3);
        ExclusiveProblem problem = new ExclusiveProblem(MadeRides.exclusive(120, 4), town.homes(), VEHICLE_COST, town);
        CostBound bound = CostBound.of(problem, ENOUGH);
        long found = new ExclusiveSearch(problem, 1)
                .solve(Budget.ofSteps(6_000), _ -> {})
                .cost();
        assertThat(bound.relaxation()).isEqualTo(Relaxation.COLUMN_GENERATION);
        assertThat(bound.gap_percent(found)).isBetween(0.0, 10.0);
        assertThat(CostBound.of(problem, ENOUGH)).isEqualTo(bound);
    }

    private static List<Ride> rides(long seed, int window, int duration, int span, long unserved) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, RIDES)
                .mapToObj(_ -> 400 + random.nextInt(span))
                .map(from -> new Ride(from, from + window, duration + random.nextInt(duration), unserved))
                .toList();
    }

    /** The cheapest of all plans: every order of every set of rides for every vehicle. */
    private record EveryPlan(Town town, List<Ride> rides, int vehicleCost) {

        private static final long NEVER = Long.MAX_VALUE / 4;

        long cheapest() {
            int all = 1 << rides.size();
            long[] plan = new long[all];
            for (int set = 0; set < all; set++) {
                int left = set;
                plan[set] = IntStream.range(0, rides.size())
                        .filter(ride -> (left >> ride & 1) == 0)
                        .mapToLong(ride -> rides.get(ride).unserved())
                        .sum();
            }
            for (int vehicle = 0; vehicle < town.homes().size(); vehicle++) {
                plan = with(vehicle, plan);
            }
            return plan[0];
        }

        /** {@code plan[set]}: the cheapest way on when the rides of the set are served already. */
        private long[] with(int vehicle, long[] plan) {
            long[] shift = shifts(vehicle);
            long[] better = plan.clone();
            for (int set = 0; set < plan.length; set++) {
                for (int own = 1; own < plan.length; own++) {
                    if ((set & own) == 0 && shift[own] < NEVER) {
                        better[set] = Math.min(better[set], shift[own] + plan[set | own]);
                    }
                }
            }
            return better;
        }

        private long[] shifts(int vehicle) {
            long[] cheapest = new long[1 << rides.size()];
            Arrays.fill(cheapest, NEVER);
            drive(vehicle, 0, -1, 0, vehicleCost, cheapest);
            return cheapest;
        }

        private void drive(int vehicle, int done, int last, int free, long cost, long[] cheapest) {
            int home = town.homes().get(vehicle);
            for (int next = 0; next < rides.size(); next++) {
                if ((done >> next & 1) == 1 || !town.suits(vehicle, next)) {
                    continue;
                }
                Ride ride = rides.get(next);
                int way = last < 0 ? town.out(home, next) : town.between(last, next);
                int begin = last < 0 ? ride.earliest() : Math.max(ride.earliest(), free + way);
                if (begin <= ride.latest()) {
                    long so = cost + town.cost(vehicle, way) + town.surcharge(vehicle, next);
                    int set = done | 1 << next;
                    cheapest[set] = Math.min(cheapest[set], so + town.cost(vehicle, town.back(next, home)));
                    drive(vehicle, set, next, begin + ride.duration(), so, cheapest);
                }
            }
        }
    }
}
