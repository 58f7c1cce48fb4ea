package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OdometerApi.Reading;

class OdometerRulesTest {

    private static final Optional<Reading> NONE = Optional.empty();

    @Test
    void goesForward() {
        assertThat(OdometerRules.check(100, NONE, NONE)).isEmpty();
        assertThat(OdometerRules.check(100, at(100, "DRIVER"), NONE)).isEmpty();
        assertThat(OdometerRules.check(150, at(100, "DRIVER"), at(200, "EXPENSE")))
                .isEmpty();
    }

    @Test
    void neverGoesBack() {
        assertThat(OdometerRules.check(99, at(100, "EXPENSE"), NONE))
                .map(Problem::code)
                .contains("odometer-reversed");
    }

    @Test
    void isNotAboveWhatWasReadLater() {
        assertThat(OdometerRules.check(201, at(100, "DRIVER"), at(200, "DRIVER")))
                .map(Problem::code)
                .contains("odometer-reversed");
    }

    @Test
    void maySayMoreThanACorrectionSaidLater() {
        assertThat(OdometerRules.check(201, at(100, "DRIVER"), at(50, "CORRECTION")))
                .isEmpty();
    }

    private static Optional<Reading> at(long km, String source) {
        UUID id = UUID.randomUUID();
        return Optional.of(new Reading(id, id, Instant.EPOCH, km, source, null, null, "test", Instant.EPOCH));
    }
}
