package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.simulator.VirtualVehicle.Leg;

class VirtualVehicleTest {
    private static final UUID ORDER = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final Place HOME = new Place("机关大院", 31.2244, 121.4606);
    private static final Place PICKUP = HOME.away("上车点", 90, 400);
    private static final Place DROPOFF = PICKUP.away("目的地", 170, 800);

    private final VirtualVehicle parked = new VirtualVehicle(HOME, 50, 12_000_000, null);

    @Test
    void standsAtHomeWithTheIgnitionOff() {
        parked.advance(60);
        assertThat(parked.reading()).isEqualTo(new VirtualVehicle.Reading(HOME, 0, 0, false, 12_000_000));
    }

    @Test
    void drivesAnOrderLegByLegWithAGrowingOdometer() {
        assertThat(parked.depart(ORDER, PICKUP, DROPOFF)).isTrue();
        assertThat(parked.findLeg(ORDER)).contains(Leg.TO_PICKUP);
        advanceTo(Leg.TO_DROPOFF);
        assertThat(parked.reading().place().distanceTo_m(PICKUP)).isLessThan(30);
        advanceTo(Leg.AT_DROPOFF);
        assertThat(parked.reading().place().distanceTo_m(DROPOFF)).isLessThan(1);
        assertThat(parked.reading().speed_kmh()).isZero();
        parked.driveHome(ORDER);
        advanceTo(Leg.HOME);
        assertThat(parked.reading().place().distanceTo_m(HOME)).isLessThan(1);
        assertThat(parked.reading().odometer_m()).isBetween(12_002_000L, 12_003_000L);
    }

    @Test
    void waitsAtTheDropOffPlaceUntilItIsSentHome() {
        parked.depart(ORDER, PICKUP, DROPOFF);
        advanceTo(Leg.AT_DROPOFF);
        parked.advance(600);
        assertThat(parked.reading().place().distanceTo_m(DROPOFF)).isLessThan(1);
    }

    @Test
    void takesNoSecondOrderWhileOneIsUnderWay() {
        UUID other = UUID.fromString("019ab000-0000-7000-8000-000000000002");
        parked.depart(ORDER, PICKUP, DROPOFF);
        assertThat(parked.depart(other, PICKUP, DROPOFF)).isFalse();
        parked.release(ORDER);
        assertThat(parked.depart(other, PICKUP, DROPOFF)).isTrue();
    }

    @Test
    void patrolsItsRoadForthAndBack() {
        Route road = Route.along(List.of(HOME.away("", 0, 100), HOME.away("", 0, 500)));
        VirtualVehicle patrol = new VirtualVehicle(HOME, 50, 0, road);
        double furthest_m = 0;
        for (int second = 0; second < 600; second++) {
            patrol.advance(1);
            furthest_m = Math.max(furthest_m, patrol.reading().place().distanceTo_m(HOME));
        }
        assertThat(furthest_m).isBetween(499.0, 501.0);
        assertThat(patrol.reading().odometer_m()).isGreaterThan(3_000);
        assertThat(patrol.reading().ignitionOn()).isTrue();
    }

    @Test
    void leavesThePatrolForAnOrderAndTakesItUpAgain() {
        Route road = Route.along(List.of(HOME.away("", 0, 100), HOME.away("", 0, 500)));
        VirtualVehicle patrol = new VirtualVehicle(HOME, 50, 0, road);
        patrol.advance(1);
        patrol.depart(ORDER, PICKUP, DROPOFF);
        assertThat(patrol.findLeg(ORDER)).contains(Leg.TO_PICKUP);
        patrol.release(ORDER);
        for (int second = 0; second < 600; second++) {
            patrol.advance(1);
        }
        assertThat(patrol.reading().ignitionOn()).isTrue();
    }

    private void advanceTo(Leg leg) {
        long odometer_m = parked.reading().odometer_m();
        for (int second = 0; second < 1_000 && !parked.findLeg(ORDER).equals(Optional.of(leg)); second++) {
            parked.advance(1);
            assertThat(parked.reading().odometer_m()).isGreaterThanOrEqualTo(odometer_m);
            odometer_m = parked.reading().odometer_m();
        }
        assertThat(parked.findLeg(ORDER)).contains(leg);
    }
}
