package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final long SECOND_ns = 1_000_000_000;

    private final Timetable timetable = new Timetable(0);

    @Test
    void hasNothingDueBeforeALoadIsOffered() {
        assertThat(timetable.due(100 * SECOND_ns, 0)).isZero();
    }

    @Test
    void keepsTheRateWhateverIsAcknowledged() {
        timetable.even(100, SECOND_ns, 0);

        assertThat(timetable.due(SECOND_ns, 0)).isZero();
        assertThat(timetable.due(2 * SECOND_ns, 0)).isEqualTo(100);
        assertThat(timetable.due(3 * SECOND_ns, 7)).isEqualTo(200);
    }

    /** Latency counts from here, even when the generator itself was late. */
    @Test
    void knowsWhenEachSlotWasDueAlsoUnderAnEarlierRate() {
        timetable.even(100, 0, 0);
        timetable.even(10, SECOND_ns, 0);

        assertThat(timetable.due(2 * SECOND_ns, 0)).isEqualTo(110);
        assertThat(timetable.dueAt_ns(49)).isEqualTo(SECOND_ns / 2);
        assertThat(timetable.dueAt_ns(99)).isEqualTo(SECOND_ns);
        assertThat(timetable.dueAt_ns(100)).isEqualTo(SECOND_ns + SECOND_ns / 10);
    }

    @Test
    void offersOneForEachThatIsTaken() {
        timetable.closed(3, 0, 0);

        assertThat(timetable.due(5, 0)).isEqualTo(3);
        assertThat(timetable.due(6, 0)).isEqualTo(3);
        assertThat(timetable.due(7, 2)).isEqualTo(5);
        assertThat(timetable.dueAt_ns(2)).isEqualTo(5);
        assertThat(timetable.dueAt_ns(4)).isEqualTo(7);
    }

    @Test
    void offersNothingMoreWhenItIsStopped() {
        timetable.closed(3, 0, 0);
        timetable.due(1, 0);
        timetable.even(0, 2, 0);

        assertThat(timetable.due(SECOND_ns, 3)).isEqualTo(3);
        assertThat(timetable.dueAt_ns(2)).isEqualTo(1);
    }
}
