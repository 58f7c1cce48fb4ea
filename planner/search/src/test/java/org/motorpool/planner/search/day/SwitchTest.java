package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.DaySolution.Movement;

/** 换车与交接: free drivers who change the vehicle at the parking place, and vehicles that change their driver there. */
class SwitchTest {

    private static final int HOUR_S = Days.HOUR_S;
    private static final Vehicle CAR = Days.car("car", 0);
    private static final Vehicle VAN = Days.van("van");
    private static final Driver FREE = free("free", 8, 18, 8);

    @Test
    void aFreeDriverServesTheMorningWithTheCarAndTheAfternoonWithTheVan() {
        DaySolution plan = plan(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14));
        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.routes()).hasSize(2);
        assertThat(takeOvers(plan)).extracting(Movement.TakeOver::driver).containsExactly(0, 0);
    }

    @Test
    void theDriverCountsOnceAndBothVehicles() {
        DaySolution plan = plan(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14));
        assertThat(plan.cost().of(CostTerm.DRIVER)).isEqualTo(5_000);
        assertThat(plan.cost().of(CostTerm.VEHICLE)).isEqualTo(20_000);
    }

    @Test
    void theOtherVehicleIsTakenOverInTheTimeOfTheFacts() {
        DayFacts facts = facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14));
        for (int takeOver_s : new int[] {0, 600, 1800}) {
            List<Movement.TakeOver> takeOvers = takeOvers(plan(withTakeOver(facts, takeOver_s)));
            assertThat(takeOvers).extracting(SwitchTest::length_s).containsExactly(0, takeOver_s);
        }
    }

    @Test
    void noSwitchWithoutTheTimeToTakeOver() {
        // R1 is home at 11:04 (half an hour there and back each, 31 min legs); the van must leave at 11:15 − 31 min at
        // the latest
        DayFacts facts = facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), ride("R2", 1, 1, 11.25, 1));
        int slack_s = slack_s(plan(withTakeOver(facts, 0)));
        assertThat(slack_s).isNotNegative();
        assertThat(plan(withTakeOver(facts, slack_s)).unserved()).isEmpty();
        assertThat(plan(withTakeOver(facts, slack_s + 1)).unserved()).hasSize(1);
    }

    @Test
    void twoDriversWithHalfShiftsShareAVehicle() {
        List<Driver> halves = List.of(free("early", 8, 12, 8), free("late", 13, 18, 8));
        DaySolution plan = plan(List.of(CAR), halves, car("R1", 9), car("R2", 15));
        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.routes()).hasSize(1);
        assertThat(takeOvers(plan)).extracting(Movement.TakeOver::driver).containsExactly(0, 1);
        assertThat(takeOvers(plan)).extracting(SwitchTest::length_s).containsExactly(0, 600);
        assertThat(plan.cost().of(CostTerm.DRIVER)).isEqualTo(10_000);
    }

    @Test
    void theLicenceForbidsTheOtherVehicle() {
        Vehicle heavy = new Vehicle("bus", 0, 0, 1, 18, 6, 1, VAN.tank(), Set.of(), true, List.of());
        assertThat(plan(List.of(CAR, heavy), List.of(FREE), car("R1", 9), van("R2", 14))
                        .unserved())
                .containsExactly(1);
    }

    @Test
    void aBoundDriverKeepsTheVehicle() {
        List<Driver> bound = List.of(Days.driver("bound", 0));
        assertThat(plan(List.of(CAR, VAN), bound, car("R1", 9), van("R2", 14)).unserved())
                .containsExactly(1);
    }

    @Test
    void noSwitchAwayFromTheParkingPlace() {
        Vehicle elsewhere = new Vehicle("van", 3, 0, 1, 6, 6, 0, VAN.tank(), Set.of(), true, List.of());
        assertThat(plan(List.of(CAR, elsewhere), List.of(FREE), car("R1", 9), van("R2", 14))
                        .unserved())
                .containsExactly(1);
    }

    @Test
    void hoursAtTheWheelCountOverBothVehicles() {
        // each ride drives 31 minutes out, 31 with riders and 61 home: some two hours
        assertThat(plan(List.of(CAR, VAN), List.of(free("free", 8, 18, 5)), car("R1", 9), van("R2", 14))
                        .unserved())
                .isEmpty();
        assertThat(plan(List.of(CAR, VAN), List.of(free("free", 8, 18, 3)), car("R1", 9), van("R2", 14))
                        .unserved())
                .hasSize(1);
    }

    @Test
    void fourHoursAtTheWheelCountOverBothVehicles() {
        // three hours with the car, and without 20 minutes of rest more than one with the van
        Ride far = ride("R1", 3, 3, 9.75, 0);
        Ride next = ride("R2", 3, 3, 13, 1);
        DayFacts facts = facts(List.of(CAR, VAN), List.of(FREE), far, next);
        DaySolution plan = plan(withTakeOver(facts, 0));
        assertThat(plan.unserved()).isEmpty();
        Movement.Pickup second = pickup(plan, 1);
        assertThat(second.begin_s()).isBetween(13 * HOUR_S, (int) (13.25 * HOUR_S));
    }

    @Test
    void noOneTakesAnotherVehicleInOvertime() {
        assertThat(plan(List.of(CAR, VAN), List.of(free("free", 8, 10, 8)), car("R1", 8.5), van("R2", 11.5))
                        .unserved())
                .hasSize(1);
    }

    @Test
    void aDriverMayComeBackToTheFirstVehicle() {
        List<Ride> rides = List.of(pinned("R1", 9, 0), pinned("R2", 12, 1), pinned("R3", 15, 0));
        DaySolution plan = plan(Days.facts(List.of(CAR, Days.car("other", 0)), List.of(FREE), rides));
        assertThat(plan.unserved()).isEmpty();
        assertThat(takeOvers(plan)).hasSize(3).allMatch(taken -> taken.driver() == 0);
        assertThat(plan.cost().of(CostTerm.DRIVER)).isEqualTo(5_000);
    }

    @Test
    void pinnedRidesKeepTheirDrivers() {
        List<Driver> two = List.of(free("one", 8, 18, 8), free("two", 8, 18, 8));
        Ride mine = Days.ride("R1", 1, 2, 9, 1, new Promise.Pinned(0, 1));
        Ride others = Days.ride("R2", 1, 2, 14, 1, new Promise.Pinned(0, 0));
        DaySolution plan = plan(Days.facts(List.of(CAR, VAN), two, List.of(mine, others)));
        assertThat(plan.unserved()).isEmpty();
        assertThat(takeOvers(plan)).extracting(Movement.TakeOver::driver).containsExactly(1, 0);
    }

    @Test
    void refusesADriverPinnedIntoTwoVehiclesAtOnce() {
        Ride one = Days.ride("R1", 1, 2, 9, 1, new Promise.Pinned(0, 0));
        Ride two = Days.ride("R2", 1, 2, 9, 1, new Promise.Pinned(1, 0));
        DayCheck.Checked.Accepted accepted = (DayCheck.Checked.Accepted)
                Days.check(Days.facts(List.of(CAR, Days.car("other", 0)), List.of(FREE), List.of(one, two)));
        assertThat(accepted.faults()).containsOnlyKeys(1);
        assertThat(accepted.faults().get(1).toString())
                .isEqualTo("ride R2: 驾驶员 free 同时被指定到行程 R1 的另一辆车"
                        + " / driver free is pinned to another vehicle for ride R1 at the same time");
    }

    @Test
    void refusesAPinnedDriverWhoIsNotThere() {
        Ride ride = Days.ride("R1", 1, 2, 9, 1, new Promise.Pinned(0, 7));
        DayCheck.Checked.Accepted accepted =
                (DayCheck.Checked.Accepted) Days.check(Days.facts(List.of(CAR), List.of(FREE), List.of(ride)));
        assertThat(accepted.faults().get(0).code()).isEqualTo("no-driver");
    }

    @Test
    void refusesATimeToTakeOverThatIsOutOfRange() {
        for (int takeOver_s : new int[] {-1, 4 * HOUR_S + 1}) {
            DayCheck.Checked checked = Days.check(withTakeOver(facts(List.of(CAR), List.of(FREE)), takeOver_s));
            assertThat(((DayCheck.Checked.Refused) checked).fault().toString())
                    .isEqualTo("takeOver_s: 交接时间须为 0 至 14400 秒 / must be 0 to 14400 seconds");
        }
    }

    @Test
    void recommendsASwitchAndItsCostAddsUp() {
        RunningDay running = Days.running(facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9)));
        Option option = running.recommend(van("R2", 14), 3).best().getFirst();
        assertThat(option.vehicle()).isEqualTo(1);
        assertThat(option.driver()).isZero();
        assertThat(option.added().of(CostTerm.DRIVER)).isZero();
        assertThat(option.added().of(CostTerm.HANDOVER)).isZero();
        long before_fen = running.solution().cost().total_fen();
        running.apply(new DayEvent.Requested(8 * HOUR_S, van("R2", 14)));
        assertThat(running.isServed(1)).isTrue();
        assertThat(running.solution().cost().total_fen() - before_fen).isEqualTo(option.added_fen());
    }

    @Test
    void explainsARideThatASwitchServes() {
        RunningDay running = Days.running(facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14)));
        Explanation.Served served = (Explanation.Served) running.explain(1);
        assertThat(served.chosen().driver()).isZero();
        assertThat(served.chosen().added().of(CostTerm.DRIVER)).isZero();
        assertThat(served.chosen().added().of(CostTerm.VEHICLE)).isEqualTo(10_000);
    }

    @Test
    void aDelayInTheMorningGivesTheAfternoonToSomebodyElse() {
        List<Driver> drivers = List.of(FREE, free("spare", 13, 20, 8));
        RunningDay running = Days.running(facts(List.of(CAR, VAN), drivers, car("R1", 9), van("R2", 12.5)));
        running.apply(new DayEvent.Delayed((int) (9.2 * HOUR_S), 0, 4 * HOUR_S));
        assertThat(running.isServed(0)).isTrue();
        running.solution().routes().stream()
                .filter(route -> route.vehicle() == 1)
                .flatMap(route -> route.movements().stream())
                .filter(Movement.TakeOver.class::isInstance)
                .forEach(taken ->
                        assertThat(((Movement.TakeOver) taken).driver()).isEqualTo(1));
    }

    @Test
    void aBreakdownOnTheRoadTakesTheLaterTurnOfItsDriver() {
        RunningDay running = Days.running(facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14)));
        Replanned replanned = running.apply(new DayEvent.BrokenDown((int) (9.3 * HOUR_S), 0));
        assertThat(replanned.affected()).containsExactly(1);
        assertThat(replanned.unserved()).containsExactly(1);
    }

    @Test
    void theLaterTurnBeginsAnewWhenTheEarlierOneIsGone() {
        RunningDay running = Days.running(facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14)));
        running.apply(new DayEvent.Cancelled(8 * HOUR_S, 0));
        assertThat(takeOvers(running.solution())).singleElement().satisfies(taken -> {
            assertThat(taken.begin_s()).isEqualTo(8 * HOUR_S);
            assertThat(taken.end_s()).isEqualTo(8 * HOUR_S);
        });
        assertThat(running.solution().cost().of(CostTerm.DRIVER)).isEqualTo(5_000);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        DayFacts facts = facts(List.of(CAR, VAN), List.of(FREE), car("R1", 9), van("R2", 14), car("R3", 16.5));
        assertThat(plan(facts)).isEqualTo(plan(facts));
    }

    private static Driver free(String name, double from_h, double to_h, int driving_h) {
        Window shift = new Window((int) (from_h * HOUR_S), (int) (to_h * HOUR_S));
        return new Driver(name, 0, DayFacts.NONE, Set.of(0), shift, HOUR_S, driving_h * HOUR_S);
    }

    private static Ride car(String name, double at_h) {
        return ride(name, 1, 2, at_h, 0);
    }

    private static Ride van(String name, double at_h) {
        return ride(name, 1, 2, at_h, 1);
    }

    private static Ride pinned(String name, double at_h, int vehicle) {
        return Days.ride(name, 1, 2, at_h, 1, new Promise.Pinned(vehicle, 0));
    }

    private static Ride ride(String name, int from, int to, double at_h, int category) {
        Ride ride = Days.ride(name, from, to, at_h);
        return new Ride(
                name,
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff_s(),
                ride.passengers(),
                ride.baggage(),
                Set.of(category),
                ride.eligibility(),
                ride.sharing(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }

    private static DayFacts facts(List<Vehicle> vehicles, List<Driver> drivers, Ride... rides) {
        return Days.facts(vehicles, drivers, List.of(rides));
    }

    private static DayFacts withTakeOver(DayFacts facts, int takeOver_s) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers(),
                facts.rides(),
                takeOver_s);
    }

    private static DaySolution plan(List<Vehicle> vehicles, List<Driver> drivers, Ride... rides) {
        return plan(facts(vehicles, drivers, rides));
    }

    private static DaySolution plan(DayFacts facts) {
        return new DaySearch(Days.day(facts), 1).solve(Budget.ofSteps(200), _ -> {});
    }

    private static List<Movement.TakeOver> takeOvers(DaySolution plan) {
        return plan.routes().stream()
                .flatMap(route -> route.movements().stream())
                .filter(Movement.TakeOver.class::isInstance)
                .map(Movement.TakeOver.class::cast)
                .sorted((one, other) -> Integer.compare(one.begin_s(), other.begin_s()))
                .toList();
    }

    private static int length_s(Movement.TakeOver taken) {
        return taken.end_s() - taken.begin_s();
    }

    private static Movement.Pickup pickup(DaySolution plan, int ride) {
        Predicate<Movement> wanted = movement -> movement instanceof Movement.Pickup pickup && pickup.ride() == ride;
        return (Movement.Pickup) plan.routes().stream()
                .flatMap(route -> route.movements().stream())
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** How much later than R1 ends at home the van could begin R2 and still be in time. */
    private static int slack_s(DaySolution plan) {
        Movement.Pickup second = pickup(plan, 1);
        int home_s = takeOvers(plan).getLast().begin_s();
        int way_s = second.arrive_s() - second.leave_s();
        return (int) (11.5 * HOUR_S) - way_s - home_s;
    }
}
