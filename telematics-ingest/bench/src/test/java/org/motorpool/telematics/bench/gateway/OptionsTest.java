package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void asksForTheWholeBenchmarkByDefault() {
        assertThat(parse())
                .isEqualTo(
                        new Options(Options.Assembly.STANDALONE, 100_000, 40_000, 60, 0, true, false, true, List.of()));
    }

    @Test
    void takesTheGatewaysCommandAsItIs() {
        assertThat(parse("--crash", "20", "--", "java", "-Xmx1g", "--crash").gateway())
                .containsExactly("java", "-Xmx1g", "--crash");
    }

    @Test
    void takesWhatIsAcknowledgedForARateWithoutLimit() {
        assertThat(parse("--rate", "max").perSecond()).isZero();
    }

    @Test
    void saysWhichOptionIsWrong() {
        assertThatThrownBy(() -> parse("--rate", "fast")).hasMessageContaining("--rate (fast) must be a number from 1");
        assertThatThrownBy(() -> parse("--seconds")).hasMessageContaining("--seconds needs a value");
        assertThatThrownBy(() -> parse("--crush", "3")).hasMessageContaining("unknown: --crush 3");
        assertThatThrownBy(() -> parse("--assembly", "kit")).hasMessageContaining("[standalone, distributed]");
    }

    /** Each report of a terminal needs a second of its own, and those lie in the past. */
    @Test
    void refusesMoreReportsThanTheTerminalsHaveTimeFor() {
        assertThatThrownBy(() -> parse("--connections", "10", "--rate", "40000"))
                .hasMessageContaining("40000 positions/s for 60 s are too many for 10 connections");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments));
    }
}
