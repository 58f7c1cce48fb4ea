package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Place BUND = new Place("外滩", 31.2372, 121.4864);
    private static final Place CENTURY_PARK = new Place("世纪公园", 31.2179, 121.5388);

    @Test
    void measuresADegreeOfLatitudeOnWgs84() {
        Place south = new Place("", 31, 121);
        Place north = new Place("", 32, 121);
        // length of the meridian around 31.5°: 111132.954 − 559.822 cos 63° + 1.175 cos 126°
        assertThat(south.distanceTo_m(north)).isCloseTo(110_878, within(1.0));
        assertThat(south.bearingTo_deg(north)).isEqualTo(0);
        assertThat(north.bearingTo_deg(south)).isEqualTo(180);
    }

    @Test
    void leadsFromStartToEndWithASlightDetour() {
        Route route = Route.between(BUND, CENTURY_PARK);
        double straight_m = BUND.distanceTo_m(CENTURY_PARK);
        assertThat(route.at(0).distanceTo_m(BUND)).isLessThan(0.01);
        assertThat(route.at(route.length_m()).distanceTo_m(CENTURY_PARK)).isLessThan(0.01);
        assertThat(route.length_m()).isBetween(straight_m * 1.01, straight_m * 1.1);
    }

    @Test
    void goesOnByTheMetresAskedFor() {
        Route route = Route.between(BUND, CENTURY_PARK);
        assertThat(route.at(100).distanceTo_m(route.at(160))).isCloseTo(60, within(0.01));
    }

    @Test
    void staysAtItsEndBeyondIt() {
        Route route = Route.along(List.of(BUND, CENTURY_PARK));
        assertThat(route.at(1e6)).isEqualTo(CENTURY_PARK);
    }

    @Test
    void headsTheOtherWayWhenReversed() {
        Route route = Route.along(List.of(new Place("", 31, 121), new Place("", 32, 121)));
        assertThat(route.heading_deg(10)).isEqualTo(0);
        assertThat(route.reversed().heading_deg(10)).isEqualTo(180);
    }
}
