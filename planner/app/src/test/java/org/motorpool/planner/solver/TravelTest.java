package org.motorpool.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.motorpool.planner.contract.PlannerCommand.Place;

class TravelTest {

    @Test
    void takesNoTimeToStay() {
        Site here = Site.of(new Place(31.2304, 121.4737));

        assertThat(Travel.distance_m(here, here)).isZero();
        assertThat(Travel.duration_s(here, here)).isZero();
    }

    @Test
    void detoursThirtyPercentFromTheGreatCircle() {
        // one degree of a meridian: 6,371 km × π / 180 = 111.195 km; × 1.3 = 144.553 km
        long distance_m = Travel.distance_m(Site.of(new Place(31, 120)), Site.of(new Place(32, 120)));

        assertThat(distance_m).isCloseTo(144_553L, within(1L));
    }

    @Test
    void drivesAtCitySpeedForTwentyKilometres() {
        // 14 km at 28 km/h
        assertThat(Travel.duration_s(14_000)).isEqualTo(30 * 60);
    }

    @Test
    void drivesAtHighwaySpeedBeyond() {
        // 20 km at 28 km/h = 42.86 min, 75 km at 75 km/h = 60 min
        assertThat(Travel.duration_s(95_000)).isEqualTo(103 * 60);
    }

    @Test
    void roundsUpToWholeMinutes() {
        assertThat(Travel.duration_s(1)).isEqualTo(60);
    }
}
