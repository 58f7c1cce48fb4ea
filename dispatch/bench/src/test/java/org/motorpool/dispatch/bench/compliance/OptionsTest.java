package org.motorpool.dispatch.bench.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void isANationalRegisterWithoutOptions() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(850_000, 30, List.of()));
    }

    @Test
    void takesTheCommandAfterTheOptions() {
        assertThat(Options.parse(List.of("--seconds", "5", "--vehicles", "2000", "--", "java", "-jar")))
                .isEqualTo(new Options(2000, 5, List.of("java", "-jar")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--vehicles", "--vehicles 0", "--vehicles x", "--seconds 0", "--fast", "--vehicles 2000001"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage");
    }
}
