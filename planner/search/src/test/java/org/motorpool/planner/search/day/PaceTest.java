package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;

class PaceTest {

    private static final int HOUR_S = 3600;
    private static final int MINUTE_S = 60;

    /** Twice as long from seven to nine. */
    private final Pace rush = new Traffic(List.of(new TimeFactor(DayFacts.NONE, 7, 9, 2))).in(0);

    @Test
    void drivesEachPartOfAWayAtItsHour() {
        assertThat(rush.arrive_s(6 * HOUR_S, 30 * MINUTE_S)).isEqualTo(6 * HOUR_S + 30 * MINUTE_S);
        assertThat(rush.arrive_s(7 * HOUR_S, 30 * MINUTE_S)).isEqualTo(8 * HOUR_S);
        assertThat(rush.arrive_s(6 * HOUR_S + 30 * MINUTE_S, HOUR_S)).isEqualTo(8 * HOUR_S);
        assertThat(rush.arrive_s(8 * HOUR_S + 30 * MINUTE_S, HOUR_S)).isEqualTo(9 * HOUR_S + 45 * MINUTE_S);
    }

    @Test
    void findsTheLatestDepartureForAnArrival() {
        assertThat(rush.leave_s(8 * HOUR_S, HOUR_S)).isEqualTo(6 * HOUR_S + 30 * MINUTE_S);
        assertThat(rush.leave_s(9 * HOUR_S + 45 * MINUTE_S, HOUR_S)).isEqualTo(8 * HOUR_S + 30 * MINUTE_S);
    }

    @Test
    void looksBackAsExactlyAsAhead() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            Pace pace = made(random);
            int leave_s = random.nextInt(-30 * HOUR_S, 50 * HOUR_S);
            int way_s = random.nextInt(6 * HOUR_S);
            int arrive_s = pace.arrive_s(leave_s, way_s);
            int latest_s = pace.leave_s(arrive_s, way_s);
            assertThat(latest_s).isGreaterThanOrEqualTo(leave_s);
            assertThat(pace.arrive_s(latest_s, way_s)).isEqualTo(arrive_s);
            assertThat(pace.arrive_s(latest_s + 1, way_s)).isGreaterThan(arrive_s);
        }
    }

    private static Pace made(SplittableRandom random) {
        double[] factors = IntStream.range(0, TimeFactor.LAST_HOUR - TimeFactor.FIRST_HOUR)
                .mapToDouble(_ -> random.nextInt(20, 500) / 100.0)
                .toArray();
        return new Pace(factors);
    }

    @Test
    void countsTheLastFactorThatHoldsInTheRegion() {
        Traffic traffic = new Traffic(List.of(
                new TimeFactor(DayFacts.NONE, 0, 24, 1.5),
                new TimeFactor(1, 7, 9, 3),
                new TimeFactor(DayFacts.NONE, 12, 13, 1)));
        assertThat(lasts_min(traffic.in(0), 8)).isEqualTo(15);
        assertThat(lasts_min(traffic.in(1), 8)).isEqualTo(30);
        assertThat(lasts_min(traffic.in(1), 9)).isEqualTo(15);
        assertThat(lasts_min(traffic.in(7), 8)).isEqualTo(15);
        assertThat(lasts_min(traffic.in(7), 12)).isEqualTo(10);
    }

    private static int lasts_min(Pace pace, int hour) {
        return (pace.arrive_s(hour * HOUR_S, 10 * MINUTE_S) - hour * HOUR_S) / MINUTE_S;
    }
}
