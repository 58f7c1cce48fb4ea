package org.motorpool.dispatch.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.identity.SignInLimit.Source;

class SignInLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Source OFFICE = new Source("dispatcher", "192.0.2.1");

    private final SignInLimit limit = new SignInLimit();

    @Test
    void letsTenTriesPass() {
        assertThat(tries(10)).isZero();
    }

    @Test
    void holdsTheEleventhForTheRestOfTheMinute() {
        tries(10);
        assertThat(limit.tryNow(OFFICE, NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void letsGoWhenTheMinuteIsOver() {
        tries(11);
        assertThat(limit.tryNow(OFFICE, NOW.plusSeconds(60))).isZero();
    }

    @Test
    void doesNotHoldTheSameUsernameElsewhere() {
        tries(11);
        assertThat(limit.tryNow(new Source("dispatcher", "192.0.2.2"), NOW)).isZero();
    }

    @Test
    void doesNotHoldAnotherUsername() {
        tries(11);
        assertThat(limit.tryNow(new Source("supervisor", "192.0.2.1"), NOW)).isZero();
    }

    @Test
    void forgetsMistakesAfterASuccess() {
        tries(10);
        limit.succeeded(OFFICE);
        assertThat(tries(10)).isZero();
    }

    /** The answer to the last of the tries. */
    private Duration tries(int times) {
        Duration wait = Duration.ZERO;
        for (int i = 0; i < times; i++) {
            wait = limit.tryNow(OFFICE, NOW);
        }
        return wait;
    }
}
