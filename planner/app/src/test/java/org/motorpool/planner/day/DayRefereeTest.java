package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.ride;
import static org.motorpool.planner.day.Facts.shared;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.referee.DayReferee;
import org.motorpool.planner.referee.Measure;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.GreatCircle;

/** What the search plans is feasible; the same plan is not when a fact is another one. */
class DayRefereeTest {

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

    @BeforeEach
    void twoRides() {
        plan(day(List.of(car("only")), ride("R", "09:00", "11:00"), ride("S", "12:00", "14:00")));
    }

    private void plan(DayApi.Facts asked) {
        DayReader.Read read = reader.read(asked);
        solution = new DaySearch(read.day(), 1).solve(_ -> 1, _ -> {});
        facts = read.day().facts();
    }

    @Test
    void scoresWhatThePlanMustPay() {
        HardMediumSoftScore score = score(facts);

        assertThat(solution.unserved()).isEmpty();
        assertThat(score.isFeasible()).isTrue();
        assertThat(score.mediumScore()).isZero();
        assertThat(-score.softScore())
                .isBetween(solution.cost().total_fen() - 5, solution.cost().total_fen() + 5);
    }

    @Test
    void countsARideLeftOutByItsPriority() {
        plan(day(List.of(car("only")), ride("R", "09:00", "11:00"), ride("S", "09:00", "11:00")));

        assertThat(score(facts).mediumScore()).isEqualTo(-1);
    }

    @Test
    void refusesAnUnfitDriver() {
        refuses(withDriver(each -> other(each, Set.of(), each.shift(), each.mostDriving_s())));
        refuses(withDriver(each -> other(each, each.licences(), new Window(10 * HOUR_S, 22 * HOUR_S), 12 * HOUR_S)));
        refuses(withDriver(each -> other(each, each.licences(), new Window(6 * HOUR_S, 13 * HOUR_S), 12 * HOUR_S)));
        refuses(withDriver(each -> other(each, each.licences(), each.shift(), HOUR_S)));
    }

    @Test
    void refusesAPlanThatForgetsTheRushHours() {
        List<TimeFactor> rushHours = List.of(new TimeFactor(DayFacts.NONE, 9, 10, 2));

        refuses(facts.withTimeFactors(rushHours));
        plan(inRushHours(2));
        assertThat(solution.unserved()).isEmpty();
        assertThat(score(facts).isFeasible()).isTrue();
    }

    private static DayApi.Facts inRushHours(double factor) {
        DayApi.Facts plain = day(List.of(car("only")), ride("R", "09:00", "11:00"), ride("S", "12:00", "14:00"));
        return Facts.withTimeFactors(plain, null, List.of(new DayApi.TimeFactor(null, null, 9, 10, factor)));
    }

    @Test
    void refusesAnUnfitVehicle() {
        refuses(withVehicle(each -> other(each, 1, each.seats(), List.of())));
        refuses(withVehicle(each -> other(each, each.category(), 1, List.of())));
        refuses(withVehicle(
                each -> other(each, each.category(), each.seats(), List.of(new Window(9 * HOUR_S, 10 * HOUR_S)))));
    }

    @Test
    void refusesWhatARideDoesNotAllow() {
        refuses(withRide(each -> other(each, new Window(8 * HOUR_S, 8 * HOUR_S), each.promised())));
        refuses(withRide(each -> other(each, each.pickupTime(), new Promise.Pinned(7))));
    }

    @Test
    void letsRidersOfOneCircleShareAVehicle() {
        plan(day(List.of(car("only")), shared("R", "09:00", "U1"), shared("S", "09:05", "U1")));

        assertThat(solution.unserved()).isEmpty();
        assertThat(score(facts).isFeasible()).isTrue();
        refuses(withRide(each -> other(each, new Sharing.Exclusive())));
        refuses(withRide(each -> other(each, new Sharing.Pooled(HOUR_S, 7))));
    }

    @Test
    void keepsStrangersApart() {
        plan(day(List.of(car("only")), shared("R", "09:00", "U1"), shared("S", "09:05", "U2")));

        assertThat(solution.unserved()).hasSize(1);
    }

    @Test
    void doesNotJudgeWhoIsExcused() {
        DayFacts late = withRide(each -> other(each, new Window(8 * HOUR_S, 8 * HOUR_S), each.promised()));

        assertThat(DayReferee.score(late, solution, Set.of(0), Measure.anew(late))
                        .isFeasible())
                .isTrue();
    }

    private static Ride other(Ride ride, Sharing sharing) {
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
                sharing,
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }

    private void refuses(DayFacts other) {
        assertThat(score(other).isFeasible()).isFalse();
    }

    private HardMediumSoftScore score(DayFacts judged) {
        return DayReferee.score(judged, solution, Set.of(), Measure.anew(judged));
    }

    private DayFacts withDriver(UnaryOperator<Driver> change) {
        return with(facts.vehicles(), facts.drivers().stream().map(change).toList(), facts.rides());
    }

    private DayFacts withVehicle(UnaryOperator<Vehicle> change) {
        return with(facts.vehicles().stream().map(change).toList(), facts.drivers(), facts.rides());
    }

    /** The first ride is another one. */
    private DayFacts withRide(UnaryOperator<Ride> change) {
        List<Ride> rides = new ArrayList<>(facts.rides());
        rides.set(0, change.apply(rides.getFirst()));
        return with(facts.vehicles(), facts.drivers(), rides);
    }

    private DayFacts with(List<Vehicle> vehicles, List<Driver> drivers, List<Ride> rides) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                vehicles,
                drivers,
                rides);
    }

    private static Driver other(Driver driver, Set<Integer> licences, Window shift, int mostDriving_s) {
        return new Driver(
                driver.name(),
                driver.place(),
                driver.vehicle(),
                licences,
                shift,
                driver.mostOvertime_s(),
                mostDriving_s);
    }

    private static Vehicle other(Vehicle vehicle, int category, int seats, List<Window> blocked) {
        return new Vehicle(
                vehicle.name(),
                vehicle.home(),
                vehicle.unit(),
                category,
                seats,
                vehicle.boot(),
                vehicle.licence(),
                vehicle.tank(),
                vehicle.regions(),
                vehicle.offered(),
                blocked);
    }

    private static Ride other(Ride ride, Window pickupTime, Promise promised) {
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                pickupTime,
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
}
