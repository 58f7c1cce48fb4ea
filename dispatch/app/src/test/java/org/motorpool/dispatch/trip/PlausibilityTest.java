package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.trip.Plausibility.Limit;

/** V23: ten per cent, and three kilometres at least. */
class PlausibilityTest {

    private static final Optional<Limit> RULE = Optional.of(new Limit(0.1, 3));

    @Test
    void letsASmallDifferencePass() {
        assertThat(Plausibility.of(110, OptionalLong.of(100_000), RULE)).contains(new Plausibility(0.1, 0.1, false));
        assertThat(Plausibility.of(8, OptionalLong.of(5_000), RULE)).contains(new Plausibility(0.6, 0.1, false));
    }

    @Test
    void demandsAnExplanationBeyond() {
        assertThat(Plausibility.of(150, OptionalLong.of(100_000), RULE)).contains(new Plausibility(0.5, 0.1, true));
        assertThat(Plausibility.of(50, OptionalLong.of(100_000), RULE)).contains(new Plausibility(0.5, 0.1, true));
    }

    @Test
    void judgesNothingWithoutAMeasureOrARule() {
        assertThat(Plausibility.of(150, OptionalLong.empty(), RULE)).isEmpty();
        assertThat(Plausibility.of(150, OptionalLong.of(0), RULE)).isEmpty();
        assertThat(Plausibility.of(150, OptionalLong.of(100_000), Optional.empty()))
                .isEmpty();
    }
}
