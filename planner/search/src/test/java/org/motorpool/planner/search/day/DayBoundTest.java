package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Tank;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.DayFacts.Unit;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DayFacts.Window;

/** A bound must lie below the cheapest plan of the whole day that serves the same rides: here found by trying everything. */
class DayBoundTest {

    private static final int HOUR_S = 3600;
    private static final int RIDES = 4;
    private static final int VEHICLES = 3;
    private static final int PLACES = 8;
    private static final int INSTANCES = 60;
    private static final Budget ENOUGH = Budget.ofSteps(100);

    @ParameterizedTest
    @CsvSource({
        // share of pooled rides, of those that a car may be rented for, window in minutes, how near the mean bound
        // comes, whether ways take longer and shorter by the hour
        "0.0, 0.0, 0, 0.7, false",
        "0.0, 0.0, 45, 0.7, false",
        "0.0, 0.7, 20, 0.7, false",
        "0.4, 0.3, 30, 0.3, false",
        "0.0, 0.0, 45, 0.65, true",
        "0.4, 0.3, 30, 0.3, true"
    })
    void staysBelowTheCheapestPlan(double pooled, double rented, int window_min, double nearness, boolean rushHours) {
        double near = 0;
        for (int seed = 0; seed < INSTANCES; seed++) {
            DayFacts facts =
                    made(seed, pooled, rented, window_min).withTimeFactors(rushHours ? rushHours(seed) : List.of());
            DaySearch search = new DaySearch(Days.day(facts), seed);
            DaySolution found = search.solve(Budget.ofSteps(60), _ -> {});
            long cheapest_fen = new EveryPlan(search.plan(), found.unserved()).cheapest_fen();
            long bound_fen = DayBound.of(search, ENOUGH).cost().cost();
            assertThat(bound_fen).as("seed %d", seed).isLessThanOrEqualTo(cheapest_fen);
            near += cheapest_fen == 0 ? 1 : (double) bound_fen / cheapest_fen;
        }
        assertThat(near / INSTANCES).isGreaterThan(nearness);
    }

    @Test
    void isNothingWhereNothingIsServed() {
        DaySearch search = new DaySearch(Days.day(Days.facts(List.of(), List.of(), List.of())), 1);
        search.solve(ENOUGH, _ -> {});
        assertThat(DayBound.of(search, ENOUGH).cost().cost()).isZero();
        assertThat(DayBound.of(search, ENOUGH).vehicles()).isZero();
    }

    /** There, waiting for nothing, and back: the bound knows every term of it. */
    @Test
    void isTheCostOfTheOnlyPlanButForRounding() {
        DaySearch search = new DaySearch(Days.day(Days.oneCar(Days.ride("R", 0, 1, 10))), 1);
        DaySolution only = search.solve(ENOUGH, _ -> {});
        DayBound bound = DayBound.of(search, ENOUGH);
        assertThat(bound.cost().cost())
                .isBetween(only.cost().total_fen() - 4, only.cost().total_fen());
        assertThat(bound.vehicles()).isOne();
    }

    private static List<TimeFactor> rushHours(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(8, 17)
                .mapToObj(hour -> new TimeFactor(DayFacts.NONE, hour, hour + 1, random.nextDouble(0.5, 2)))
                .toList();
    }

    private static DayFacts made(long seed, double pooled, double rented, int window_min) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Place> places = IntStream.range(0, PLACES)
                .mapToObj(_ -> new Place(31 + random.nextDouble() * 0.3, 121 + random.nextDouble() * 0.3, 0))
                .toList();
        List<Unit> units =
                List.of(new Unit("A", 0, weights(random)), new Unit("B", random.nextInt(2), weights(random)));
        List<Agreement> agreements = List.of(new Agreement(0, 1, 500, 20), new Agreement(1, 0, 700, 0));
        return new DayFacts(
                0,
                places,
                units,
                agreements,
                List.of(),
                IntStream.range(0, VEHICLES).mapToObj(i -> vehicle(random, i)).toList(),
                IntStream.range(0, VEHICLES).mapToObj(i -> driver(i)).toList(),
                IntStream.range(0, RIDES)
                        .mapToObj(i -> ride(random, i, pooled, rented, window_min))
                        .toList());
    }

    private static Weights weights(SplittableRandom random) {
        return new Weights(
                Map.of(Energy.PETROL, random.nextInt(50, 120), Energy.ELECTRIC, random.nextInt(20, 60)),
                random.nextInt(40),
                random.nextInt(3_000),
                random.nextInt(6_000),
                random.nextInt(9_000),
                random.nextInt(5_000),
                random.nextInt(3_000),
                random.nextInt(1_500),
                0,
                0,
                0,
                10_000_000);
    }

    private static Vehicle vehicle(SplittableRandom random, int number) {
        Energy energy = random.nextBoolean() ? Energy.PETROL : Energy.ELECTRIC;
        Tank tank = new Tank(energy, 400_000, 400_000, 0, 0, List.of());
        int from_s = random.nextInt(8, 16) * HOUR_S;
        List<Window> blocked = random.nextInt(3) == 0 ? List.of(new Window(from_s, from_s + HOUR_S / 2)) : List.of();
        return new Vehicle("V" + number, number, number % 2, 0, 4, 9, 0, tank, Set.of(), true, blocked);
    }

    private static Driver driver(int vehicle) {
        Window shift = new Window(8 * HOUR_S, (14 + 2 * vehicle) * HOUR_S);
        return new Driver("D" + vehicle, vehicle, vehicle, Set.of(0), shift, 2 * HOUR_S, 8 * HOUR_S);
    }

    private static Ride ride(SplittableRandom random, int number, double pooled, double rented, int window_min) {
        int from_s = random.nextInt(8 * 60, 15 * 60) * 60;
        boolean shares = random.nextDouble() < pooled;
        return new Ride(
                "R" + number,
                random.nextInt(2),
                new Stop(random.nextInt(PLACES), 60),
                List.of(),
                new Stop(random.nextInt(PLACES), shares ? 60 : random.nextInt(90) * 60),
                new Window(from_s, from_s + window_min * 60),
                from_s + 8 * HOUR_S,
                1 + random.nextInt(2),
                0,
                Set.of(0),
                new Eligibility.Any(),
                shares ? new Sharing.Pooled(2 * HOUR_S) : new Sharing.Exclusive(),
                0,
                DayFacts.NONE,
                random.nextDouble() < rented ? random.nextInt(2_000, 15_000) : DayFacts.NONE,
                new Promise.Open());
    }

    /** The cheapest of all plans that serve these rides or rent cars for them: every order of the visits of every set of rides for every vehicle. */
    private static final class EveryPlan {

        private static final long NEVER = Long.MAX_VALUE / 4;

        private final DayPlan plan;
        private final List<Integer> served;
        private final Route draft = new Route(0);

        EveryPlan(DayPlan plan, List<Integer> unserved) {
            this.plan = new DayPlan(plan.day);
            this.served = IntStream.range(0, plan.day.rides())
                    .filter(ride -> !unserved.contains(ride))
                    .boxed()
                    .toList();
        }

        long cheapest_fen() {
            int all = 1 << served.size();
            long[] best = new long[all];
            Arrays.fill(best, NEVER);
            for (int set = 0; set < all; set++) {
                best[set] = rental_fen(set);
            }
            for (Route empty : plan.route) {
                best = with(own(empty, all), best);
            }
            return best[all - 1];
        }

        /** Of rented cars for all rides of the set. */
        private long rental_fen(int set) {
            long sum_fen = 0;
            for (int i = 0; i < served.size(); i++) {
                int ride = served.get(i);
                if ((set & 1 << i) != 0) {
                    sum_fen += plan.day.rides.rented[ride] ? plan.day.rides.absent_fen[ride] : NEVER;
                }
            }
            return Math.min(NEVER, sum_fen);
        }

        /** Rides of the set are served by the vehicles so far. */
        private static long[] with(long[] own, long[] before) {
            long[] better = before.clone();
            for (int set = 0; set < own.length; set++) {
                for (int part = set; part > 0; part = (part - 1) & set) {
                    better[set] = Math.min(better[set], own[part] + before[set & ~part]);
                }
            }
            return better;
        }

        private long[] own(Route empty, int all) {
            long[] cheapest = new long[all];
            Arrays.fill(cheapest, NEVER);
            extend(empty, new ArrayList<>(), 0, 0, cheapest);
            return cheapest;
        }

        /** Puts one more visit behind the others: a pick-up, or a drop-off of who is on board. */
        private void extend(Route empty, List<Integer> visits, int begun, int onBoard, long[] cheapest) {
            if (begun != 0 && onBoard == 0) {
                cheapest[begun] = Math.min(cheapest[begun], cost_fen(empty, visits));
            }
            for (int i = 0; i < served.size(); i++) {
                int bit = 1 << i;
                int ride = served.get(i);
                boolean pooled = plan.day.rides.isPooled(ride);
                if ((begun & bit) == 0 && plan.day.rides.allowed[ride].get(empty.vehicle)) {
                    visits.add(2 * ride);
                    extend(empty, visits, begun | bit, pooled ? onBoard | bit : onBoard, cheapest);
                    visits.removeLast();
                } else if ((onBoard & bit) != 0) {
                    visits.add(2 * ride + 1);
                    extend(empty, visits, begun, onBoard & ~bit, cheapest);
                    visits.removeLast();
                }
            }
        }

        private long cost_fen(Route empty, List<Integer> visits) {
            draft.draft(empty, visits.size() + 1);
            draft.append(Route.takeOver(plan.day.drivers.of(empty.vehicle)[0]));
            visits.forEach(draft::append);
            return plan.simulation.run(draft, empty.bookings) ? draft.cost_fen : NEVER;
        }
    }
}
