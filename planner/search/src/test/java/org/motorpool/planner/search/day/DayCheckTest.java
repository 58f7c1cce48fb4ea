package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayCheck.Checked;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;

class DayCheckTest {

    @Test
    void refusesAVehicleOfNoUnit() {
        DayFacts facts = Days.facts(List.of(Days.car("沪A1", 7)), List.of(), List.of());
        assertThat(refused(facts)).isEqualTo("vehicle 沪A1: 没有所属单位 / belongs to no unit");
    }

    @Test
    void refusesAHundredThousandRidesAtOnce() {
        DayFacts facts = Days.oneCar().withRides(Collections.nCopies(100_000, Days.ride("R", 1, 2, 9)));
        assertThat(refused(facts)).startsWith("rides: 共 100000 项，超过上限 20000");
    }

    @Test
    void leavesOutARideWithoutCoordinates() {
        assertThat(fault(Days.ride("R", 9, 2, 9))).isEqualTo("no-coordinates");
    }

    @Test
    void leavesOutARideWithAnImpossibleWindow() {
        Ride late = Days.ride("R", 1, 2, 9);
        Ride impossible = new Ride(
                late.name(),
                late.unit(),
                late.pickup(),
                late.via(),
                late.dropoff(),
                new DayFacts.Window(36_000, 32_400),
                late.latestDropoff_s(),
                late.passengers(),
                late.baggage(),
                late.categories(),
                late.eligibility(),
                late.sharing(),
                late.priority(),
                late.after(),
                late.rental_fen(),
                late.promised());
        assertThat(fault(impossible)).isEqualTo("impossible-window");
    }

    @Test
    void leavesOutTheSecondOfTwoPinnedRidesThatOverlap() {
        DayFacts facts = Days.oneCar(
                Days.ride("R1", 1, 2, 9, 1, new Promise.Pinned(0)), Days.ride("R2", 5, 6, 9, 1, new Promise.Pinned(0)));
        Checked.Accepted accepted = (Checked.Accepted) Days.check(facts);
        assertThat(accepted.faults()).containsOnlyKeys(1);
        assertThat(accepted.faults().values())
                .extracting(DayCheck.Fault::english)
                .first()
                .asString()
                .contains("R1");
    }

    @Test
    void leavesOutARideAlreadyDriven() {
        DayFacts morning = Days.oneCar(Days.ride("R", 1, 2, 9));
        DayFacts noon = new DayFacts(
                12 * Days.HOUR_S,
                morning.places(),
                morning.units(),
                morning.agreements(),
                morning.chargers(),
                morning.vehicles(),
                morning.drivers(),
                morning.rides());
        assertThat(((Checked.Accepted) Days.check(noon)).faults().get(0))
                .hasFieldOrPropertyWithValue("code", "already-driven");
    }

    @Test
    void plansTheOtherRidesBesideAWrongOne() {
        RunningDay running = Days.running(Days.oneCar(Days.ride("R1", 9, 2, 9), Days.ride("R2", 1, 2, 10)));
        assertThat(running.solution().unserved()).containsExactly(0);
        assertThat(running.isServed(1)).isTrue();
    }

    private static String refused(DayFacts facts) {
        return ((Checked.Refused) Days.check(facts)).fault().toString();
    }

    private static String fault(Ride ride) {
        Checked.Accepted accepted = (Checked.Accepted) Days.check(Days.oneCar(ride));
        return accepted.faults().values().iterator().next().code();
    }
}
