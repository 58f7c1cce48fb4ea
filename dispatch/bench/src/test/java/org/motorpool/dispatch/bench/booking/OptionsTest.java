package org.motorpool.dispatch.bench.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void hasAMillionPastOrdersWithoutOptions() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(
                        1_000_000, 30, 1000, 5, 100_000, 1, 3, EnumSet.allOf(Options.Part.class), List.of()));
    }

    @Test
    void takesTheCommandAfterTheOptions() {
        assertThat(Options.parse(List.of("--only", "walk,loads", "--past-orders", "20", "--", "java", "-jar")))
                .isEqualTo(new Options(
                        20,
                        30,
                        1000,
                        5,
                        100_000,
                        1,
                        3,
                        Set.of(Options.Part.LOADS, Options.Part.WALK),
                        List.of("java", "-jar")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--attempts",
                "--attempts 1",
                "--rounds x",
                "--crashes 101",
                "--only run",
                "--only walk,walk",
                "--fast"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage");
    }
}
