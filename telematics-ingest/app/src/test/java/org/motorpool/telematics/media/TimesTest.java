package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void aMediumWasTakenWhenItsTerminalSays() {
        Instant lastWeek = RECEIVED.minus(Duration.ofDays(7));
        assertThat(Times.taken(lastWeek, RECEIVED)).isEqualTo(lastWeek);
    }

    @Test
    void aMediumWithoutATimeWasTakenWhenItCame() {
        assertThat(Times.taken(null, RECEIVED)).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z"})
    void anAbsurdTimeIsNone(String time) {
        assertThat(Times.taken(Instant.parse(time), RECEIVED)).isEqualTo(RECEIVED);
    }
}
