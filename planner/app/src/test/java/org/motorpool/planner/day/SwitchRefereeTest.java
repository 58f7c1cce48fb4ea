package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.free;
import static org.motorpool.planner.day.Facts.pinned;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.referee.DayReferee;
import org.motorpool.planner.referee.Measure;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayCheck.Checked;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.GreatCircle;

/** Timefold judges drivers who change the vehicle: a plan with a possible change is feasible, one with an impossible change is not. */
class SwitchRefereeTest {

    private static final int HOUR_S = 3600;

    private final DayReader reader = new DayReader(
            new SmallRyeConfigBuilder()
                    .withMapping(PlannerConfig.class)
                    .build()
                    .getConfigMapping(PlannerConfig.class)
                    .cost(),
            GreatCircle::new);

    private DayFacts facts;
    private DaySolution solution;

    /** One driver, the first car in the morning, the second in the afternoon. */
    @BeforeEach
    void oneDriverOfTwoVehicles() {
        DayReader.Read read = reader.read(Facts.with(
                day(
                        List.of(car("one"), car("two")),
                        pinned("R", "09:00", "11:00", "one", "D"),
                        pinned("S", "13:00", "15:00", "two", "D")),
                List.of(free("D")),
                null));
        facts = read.day().facts();
        solution = new DaySearch(read.day(), 1).solve(_ -> 1, _ -> {});
    }

    @Test
    void acceptsADriverWhoChangesTheVehicle() {
        assertThat(solution.unserved()).isEmpty();
        assertThat(solution.routes()).hasSize(2);
        assertThat(score(facts, solution).isFeasible()).isTrue();
    }

    @Test
    void countsTheDriverOnce() {
        DayFacts priced = priced(facts, 700);
        Checked.Accepted accepted = (Checked.Accepted) DayCheck.check(priced, new GreatCircle(priced.places()));
        DaySolution plan = new DaySearch(accepted.day(), 1).solve(_ -> 1, _ -> {});
        assertThat(plan.cost().of(CostTerm.DRIVER)).isEqualTo(700);
        assertThat(score(priced, plan).softScore() - score(facts, plan).softScore())
                .isEqualTo(-700);
    }

    @Test
    void refusesADriverOfTwoVehiclesAtATime() {
        assertThat(score(facts, shifted(-4 * HOUR_S + 600)).isFeasible()).isFalse();
    }

    @Test
    void refusesAChangeWithoutTheTimeToTakeOver() {
        DayFacts slow = with(facts, facts.drivers(), facts.rides(), 4 * HOUR_S);
        assertThat(score(slow, solution).isFeasible()).isFalse();
    }

    @Test
    void refusesMoreHoursAtTheWheelThanTheDayHasOverBothVehicles() {
        DayFacts shorter = with(facts, List.of(driver(22, HOUR_S)), facts.rides(), facts.takeOver_s());
        assertThat(score(shorter, solution).isFeasible()).isFalse();
        DayFacts enough = with(facts, List.of(driver(22, 4 * HOUR_S)), facts.rides(), facts.takeOver_s());
        assertThat(score(enough, solution).isFeasible()).isTrue();
    }

    @Test
    void refusesAnotherVehicleInOvertime() {
        Driver early = new Driver("D", 0, DayFacts.NONE, Set.of(0), new Window(0, 9 * HOUR_S), 9 * HOUR_S, 12 * HOUR_S);
        DayFacts overtime = with(facts, List.of(like(early)), facts.rides(), facts.takeOver_s());
        assertThat(score(overtime, solution).isFeasible()).isFalse();
    }

    @Test
    void refusesAnotherDriverThanPinned() {
        List<Driver> two = List.of(facts.drivers().getFirst(), facts.drivers().getFirst());
        List<Ride> rides = facts.rides().stream()
                .map(ride -> other(ride, new Promise.Pinned(((Promise.Pinned) ride.promised()).vehicle(), 1)))
                .toList();
        assertThat(score(with(facts, two, rides, facts.takeOver_s()), solution).isFeasible())
                .isFalse();
    }

    /** With the driver's place and licences. */
    private Driver like(Driver other) {
        Driver known = facts.drivers().getFirst();
        return new Driver(
                known.name(),
                known.place(),
                DayFacts.NONE,
                known.licences(),
                other.shift(),
                other.mostOvertime_s(),
                other.mostDriving_s());
    }

    private Driver driver(int until_h, int mostDriving_s) {
        return like(new Driver(
                "D", 0, DayFacts.NONE, Set.of(), new Window(6 * HOUR_S, until_h * HOUR_S), 0, mostDriving_s));
    }

    /** The second vehicle does everything earlier. */
    private DaySolution shifted(int by_s) {
        VehicleDay second = solution.routes().get(1);
        List<Movement> movements = second.movements().stream()
                .map(movement -> shifted(movement, by_s))
                .toList();
        return new DaySolution(
                List.of(solution.routes().getFirst(), new VehicleDay(second.vehicle(), movements, second.cost())),
                solution.rented(),
                solution.unserved(),
                solution.cost(),
                0);
    }

    private static Movement shifted(Movement movement, int by_s) {
        int leave_s = movement.leave_s() + by_s;
        int arrive_s = movement.arrive_s() + by_s;
        int begin_s = movement.begin_s() + by_s;
        int end_s = movement.end_s() + by_s;
        return switch (movement) {
            case Movement.TakeOver(int driver, int place, int _, int _, int _, int _) ->
                new Movement.TakeOver(driver, place, leave_s, arrive_s, begin_s, end_s);
            case Movement.Pickup(int ride, int place, int _, int _, int _, int _) ->
                new Movement.Pickup(ride, place, leave_s, arrive_s, begin_s, end_s);
            case Movement.Dropoff(int ride, int place, int _, int _, int _, int _) ->
                new Movement.Dropoff(ride, place, leave_s, arrive_s, begin_s, end_s);
            case Movement.Charge(int place, int _, int _, int _, int _) ->
                new Movement.Charge(place, leave_s, arrive_s, begin_s, end_s);
            case Movement.Home(int place, int _, int _, int _, int _) ->
                new Movement.Home(place, leave_s, arrive_s, begin_s, end_s);
        };
    }

    private static Ride other(Ride ride, Promise promised) {
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff_s(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligibility(),
                ride.sharing(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                promised);
    }

    private static HardMediumSoftScore score(DayFacts judged, DaySolution plan) {
        return DayReferee.score(judged, plan, Set.of(), Measure.anew(judged));
    }

    private static DayFacts with(DayFacts facts, List<Driver> drivers, List<Ride> rides, int takeOver_s) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                drivers,
                rides,
                takeOver_s);
    }

    /** Where each driver used costs so much. */
    private static DayFacts priced(DayFacts facts, long driver_fen) {
        List<DayFacts.Unit> units = facts.units().stream()
                .map(unit -> new DayFacts.Unit(unit.code(), unit.region(), priced(unit.weights(), driver_fen)))
                .toList();
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                units,
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers(),
                facts.rides(),
                facts.takeOver_s());
    }

    private static Weights priced(Weights weights, long driver_fen) {
        return new Weights(
                weights.km_fen(),
                weights.deadheadKm_fen(),
                weights.waiting_h_fen(),
                weights.overtime_h_fen(),
                weights.vehicle_fen(),
                driver_fen,
                weights.otherRegion_fen(),
                weights.notNewEnergy_fen(),
                weights.handover_fen(),
                weights.moved_fen(),
                weights.fairness_fen(),
                weights.unserved_fen());
    }
}
