package org.motorpool.dispatch.bench.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void hasAMillionPastOrdersWithoutOptions() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(1_000_000, 30, 1000, 5, 100_000, 3, List.of()));
    }

    @Test
    void takesTheCommandAfterTheOptions() {
        assertThat(Options.parse(List.of("--crashes", "0", "--past-orders", "20", "--", "java", "-jar")))
                .isEqualTo(new Options(20, 30, 1000, 5, 100_000, 0, List.of("java", "-jar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--attempts", "--attempts 1", "--rounds x", "--crashes 101", "--fast"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage");
    }
}
