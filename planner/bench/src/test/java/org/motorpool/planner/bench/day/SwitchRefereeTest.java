package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayBound;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayEvent;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.RunningDay;

/** Days with few drivers who are all free: many change the vehicle, and the referee knows each of them over all vehicles. */
class SwitchRefereeTest {

    private static final int RIDES = 160;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsEveryRuleWhereDriversChange(long seed) {
        DayFacts facts = fewDrivers(seed);
        DaySolution plan = search(facts, seed).solve(Budget.ofSteps(1_000), _ -> {});
        assertThat(DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), plan))
                .isEqualTo(plan.cost().terms_fen());
        assertThat(switchers(plan)).isNotEmpty();
    }

    /** Held up in the middle of a turn, or at home for so long that the driver would have rested; broken down on the road. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 6, 7, 9, 32, 33})
    void keepsEveryRuleWhileTheDayIsDriven(long seed) {
        DayFacts facts = fewDrivers(seed);
        DaySearch search = search(facts, seed);
        assertThat(switchers(search.solve(Budget.ofSteps(300), _ -> {}))).isNotEmpty();
        RunningDay running = RunningDay.of(search, seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int at_s = 6 * MadeDay.HOUR_S; at_s < 20 * MadeDay.HOUR_S; at_s += 1_200) {
            List<VehicleDay> routes = running.solution().routes();
            int vehicle = routes.get(random.nextInt(routes.size())).vehicle();
            running.apply(
                    random.nextInt(6) == 0
                            ? new DayEvent.BrokenDown(at_s, vehicle)
                            : new DayEvent.Delayed(at_s, vehicle, random.nextInt(4_000)));
            DispatchDayReferee.cost(
                    facts,
                    new GreatCircle(facts.places()),
                    running.solution(),
                    Set.copyOf(running.excused()),
                    Set.of());
        }
    }

    @Test
    void theBoundHolds() {
        for (long seed = 1; seed < 4; seed++) {
            DaySearch search = search(fewDrivers(seed), seed);
            DaySolution plan = search.solve(Budget.ofSteps(500), _ -> {});
            long bound_fen = DayBound.of(search, Budget.ofSteps(50)).cost().cost();
            assertThat(bound_fen).isPositive().isLessThan(plan.cost().total_fen());
        }
    }

    @Test
    void makesTheSamePlanOfTheSameSeed() {
        DayFacts facts = fewDrivers(1);
        assertThat(search(facts, 7).solve(Budget.ofSteps(300), _ -> {}))
                .isEqualTo(search(facts, 7).solve(Budget.ofSteps(300), _ -> {}));
    }

    @Test
    void refusesATakeOverThatIsTooShort() {
        DayFacts facts = fewDrivers(1);
        DaySolution plan = plan(facts);
        refuses(with(facts, facts.drivers(), facts.takeOver_s() + 60), plan, "is taken over in");
    }

    @Test
    void refusesMoreDrivingThanTheDayHasOverAllVehicles() {
        DayFacts facts = fewDrivers(1);
        DaySolution plan = plan(facts);
        int switcher = switchers(plan).iterator().next();
        refuses(drivers(facts, switcher, driver -> driver(driver, 3_000)), plan, "s on a day");
    }

    @Test
    void refusesADriverWhoIsStillUnderWay() {
        DayFacts facts = fewDrivers(1);
        DaySolution plan = plan(facts);
        refuses(facts, hastened(plan), "still under way");
    }

    /** The first vehicle that a driver takes over after another one is taken over before that one is brought back. */
    private static DaySolution hastened(DaySolution plan) {
        List<VehicleDay> routes = new ArrayList<>(plan.routes());
        int index = IntStream.range(0, routes.size())
                .filter(each -> before(plan, first(routes.get(each))) != null)
                .findFirst()
                .orElseThrow();
        VehicleDay hasty = routes.get(index);
        int begin_s = Objects.requireNonNull(before(plan, first(hasty))).begin_s() + 1;
        List<Movement> movements = new ArrayList<>(hasty.movements());
        Movement.TakeOver taken = first(hasty);
        movements.set(
                0, new Movement.TakeOver(taken.driver(), taken.place(), begin_s, begin_s, begin_s, begin_s + 600));
        routes.set(index, new VehicleDay(hasty.vehicle(), movements, hasty.cost()));
        return new DaySolution(routes, plan.rented(), plan.unserved(), plan.cost(), 0);
    }

    private static Movement.TakeOver first(VehicleDay route) {
        return (Movement.TakeOver) route.movements().getFirst();
    }

    private static Movement.@Nullable TakeOver before(DaySolution plan, Movement.TakeOver taken) {
        return plan.routes().stream()
                .flatMap(route -> route.movements().stream())
                .filter(Movement.TakeOver.class::isInstance)
                .map(Movement.TakeOver.class::cast)
                .filter(other -> other.driver() == taken.driver() && other.begin_s() < taken.begin_s())
                .findFirst()
                .orElse(null);
    }

    private static void refuses(DayFacts facts, DaySolution plan, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), plan))
                .withMessageContaining(message);
    }

    private static DaySolution plan(DayFacts facts) {
        return search(facts, 1).solve(Budget.ofSteps(300), _ -> {});
    }

    private static DaySearch search(DayFacts facts, long seed) {
        return new DaySearch(
                ((DayCheck.Checked.Accepted) DayCheck.check(facts, new GreatCircle(facts.places()))).day(), seed);
    }

    /** Drivers of more than one vehicle. */
    private static Set<Integer> switchers(DaySolution plan) {
        Map<Integer, Set<Integer>> vehicles = plan.routes().stream()
                .flatMap(route -> route.movements().stream()
                        .filter(Movement.TakeOver.class::isInstance)
                        .map(taken -> Map.entry(((Movement.TakeOver) taken).driver(), route.vehicle())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return vehicles.entrySet().stream()
                .filter(driver -> driver.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A made day with every third driver, who is free. */
    private static DayFacts fewDrivers(long seed) {
        DayFacts made = MadeDay.of(RIDES, 120, seed);
        List<Driver> drivers = IntStream.range(0, made.drivers().size())
                .filter(driver -> driver % 3 == 0)
                .mapToObj(driver -> made.drivers().get(driver))
                .map(driver -> new Driver(
                        driver.name(),
                        driver.place(),
                        DayFacts.NONE,
                        driver.licences(),
                        driver.shift(),
                        driver.mostOvertime_s(),
                        driver.mostDriving_s()))
                .toList();
        return with(made, drivers, DayFacts.TAKE_OVER_S);
    }

    private static DayFacts drivers(DayFacts facts, int changed, UnaryOperator<Driver> change) {
        List<Driver> drivers = IntStream.range(0, facts.drivers().size())
                .mapToObj(driver -> driver == changed
                        ? change.apply(facts.drivers().get(driver))
                        : facts.drivers().get(driver))
                .toList();
        return with(facts, drivers, facts.takeOver_s());
    }

    private static Driver driver(Driver driver, int mostDriving_s) {
        return new Driver(
                driver.name(),
                driver.place(),
                driver.vehicle(),
                driver.licences(),
                driver.shift(),
                driver.mostOvertime_s(),
                mostDriving_s);
    }

    private static DayFacts with(DayFacts facts, List<Driver> drivers, int takeOver_s) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                drivers,
                facts.rides(),
                takeOver_s,
                facts.timeFactors());
    }
}
