package org.motorpool.dispatch.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final SignInLimit limit = new SignInLimit();

    @Test
    void letsNineMistakesPass() {
        fail(9);
        assertThat(limit.waitFor("dispatcher", NOW)).isZero();
    }

    @Test
    void holdsTheTenthForTheRestOfTheMinute() {
        fail(10);
        assertThat(limit.waitFor("dispatcher", NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void letsGoWhenTheMinuteIsOver() {
        fail(10);
        assertThat(limit.waitFor("dispatcher", NOW.plusSeconds(60))).isZero();
    }

    @Test
    void doesNotHoldAnotherUsername() {
        fail(10);
        assertThat(limit.waitFor("supervisor", NOW)).isZero();
    }

    @Test
    void forgetsMistakesAfterASuccess() {
        fail(9);
        limit.succeeded("dispatcher");
        fail(9);
        assertThat(limit.waitFor("dispatcher", NOW)).isZero();
    }

    @Test
    void countsAnewAfterTheMinute() {
        fail(9);
        limit.failed("dispatcher", NOW.plusSeconds(61));
        assertThat(limit.waitFor("dispatcher", NOW.plusSeconds(61))).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed("dispatcher", NOW);
        }
    }
}
