package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriveTest {
    private static final Place START = new Place("", 30.6570, 104.0632);
    private static final Route TWO_KILOMETRES = Route.between(START, START.away("", 180, 2_000));

    @Test
    void keepsToTheSpeedAndArrives() {
        Drive drive = new Drive(TWO_KILOMETRES, 60);
        double made_m = 0;
        double fastest_kmh = 0;
        int seconds = 0;
        while (!drive.arrived() && seconds < 1_000) {
            double step_m = drive.advance(1);
            assertThat(step_m).isNotNegative().isLessThanOrEqualTo(60 / 3.6 + 0.001);
            made_m += step_m;
            fastest_kmh = Math.max(fastest_kmh, drive.speed_kmh());
            seconds++;
        }
        assertThat(drive.arrived()).isTrue();
        assertThat(fastest_kmh).isCloseTo(60, within(0.01));
        assertThat(made_m).isCloseTo(TWO_KILOMETRES.length_m(), within(0.5));
        assertThat(seconds).isBetween(120, 200); // 2 km at 60 km/h is 120 s, and it has to start and stop
    }

    @Test
    void speedsUpAndBrakesGently() {
        Drive drive = new Drive(TWO_KILOMETRES, 50);
        double before_kmh = 0;
        while (!drive.arrived()) {
            drive.advance(1);
            double change_ms2 = (drive.speed_kmh() - before_kmh) / 3.6;
            if (!drive.arrived()) {
                assertThat(change_ms2).isBetween(-2.001, 1.501);
            }
            before_kmh = drive.speed_kmh();
        }
        assertThat(drive.speed_kmh()).isZero();
    }

    @Test
    void hasArrivedWhereItStarts() {
        assertThat(new Drive(Route.between(START, START), 50).arrived()).isTrue();
    }
}
