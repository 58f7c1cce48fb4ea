package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.GreatCircle;

/** The referee says no when the facts are others than those that the plan was made for, or the plan is another. */
class DispatchDayRefereeTest {

    private final AtomicLong ticks = new AtomicLong();
    private final SolvedDay solved = SolvedDay.solve(MadeDay.of(120, 80, 3), 3, 1, ticks::incrementAndGet);
    private final DayFacts facts = solved.facts();
    private final VehicleDay route = solved.solution().routes().getFirst();

    @Test
    void agreesWithThePlan() {
        assertThat(DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), solved.solution()))
                .isEqualTo(solved.solution().cost().terms_fen());
    }

    @Test
    void refusesADriverWithoutLicence() {
        refuses(
                drivers(driver -> new Driver(
                        driver.name(),
                        driver.place(),
                        driver.vehicle(),
                        Set.of(),
                        driver.shift(),
                        driver.mostOvertime_s(),
                        driver.mostDriving_s())),
                "without the licence");
    }

    @Test
    void refusesMoreDrivingThanTheDayHas() {
        refuses(
                drivers(driver -> new Driver(
                        driver.name(),
                        driver.place(),
                        driver.vehicle(),
                        driver.licences(),
                        driver.shift(),
                        driver.mostOvertime_s(),
                        60)),
                "s on a day");
    }

    @Test
    void refusesWaysAsFastAsOffPeak() {
        refuses(facts.withTimeFactors(MadeDay.rushHours(2)), "arrives at");
        refuses(facts.withTimeFactors(List.of()), "arrives at");
    }

    @Test
    void refusesToServeWhileSealed() {
        refuses(
                vehicles(vehicle -> new Vehicle(
                        vehicle.name(),
                        vehicle.home(),
                        vehicle.unit(),
                        vehicle.category(),
                        vehicle.seats(),
                        vehicle.boot(),
                        vehicle.licence(),
                        vehicle.tank(),
                        vehicle.regions(),
                        vehicle.offered(),
                        List.of(new Window(0, 100_000)))),
                "while blocked");
    }

    @Test
    void refusesMoreRidersThanSeats() {
        refuses(
                vehicles(vehicle -> new Vehicle(
                        vehicle.name(),
                        vehicle.home(),
                        vehicle.unit(),
                        vehicle.category(),
                        0,
                        vehicle.boot(),
                        vehicle.licence(),
                        vehicle.tank(),
                        vehicle.regions(),
                        vehicle.offered(),
                        vehicle.blocked())),
                "has no room");
    }

    @Test
    void refusesALatePickup() {
        List<Ride> rides = facts.rides().stream()
                .map(ride -> new Ride(
                        ride.name(),
                        ride.unit(),
                        ride.pickup(),
                        ride.via(),
                        ride.dropoff(),
                        new Window(0, 1),
                        ride.latestDropoff_s(),
                        ride.passengers(),
                        ride.baggage(),
                        ride.categories(),
                        ride.eligibility(),
                        ride.sharing(),
                        ride.priority(),
                        ride.after(),
                        ride.rental_fen(),
                        ride.promised()))
                .toList();
        refuses(facts.withRides(rides), "picks up");
    }

    @Test
    void refusesARideServedTwice() {
        List<VehicleDay> twice = new ArrayList<>(solved.solution().routes());
        twice.add(route);
        DaySolution wrong = new DaySolution(
                twice,
                solved.solution().rented(),
                solved.solution().unserved(),
                solved.solution().cost(),
                0);
        assertThatIllegalStateException()
                .isThrownBy(() -> DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), wrong))
                .withMessageContaining("has two routes");
    }

    private DayFacts drivers(UnaryOperator<Driver> change) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers().stream().map(change).toList(),
                facts.rides(),
                facts.takeOver_s(),
                facts.timeFactors());
    }

    private DayFacts vehicles(UnaryOperator<Vehicle> change) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles().stream().map(change).toList(),
                facts.drivers(),
                facts.rides(),
                facts.takeOver_s(),
                facts.timeFactors());
    }

    private void refuses(DayFacts others, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DispatchDayReferee.cost(others, new GreatCircle(facts.places()), solved.solution()))
                .withMessageContaining(message);
    }
}
