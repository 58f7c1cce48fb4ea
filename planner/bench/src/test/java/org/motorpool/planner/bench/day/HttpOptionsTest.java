package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HttpOptionsTest {

    @Test
    void asksForTheRequiredLoadByDefault() {
        assertThat(HttpOptions.read(List.of("--http", "--", "java", "-jar", "planner.jar")))
                .isEqualTo(new HttpOptions(5_000, 2_000, 50, 30, 1, List.of("java", "-jar", "planner.jar")));
    }

    @Test
    void takesAnotherDayAndRate() {
        assertThat(HttpOptions.read(
                        List.of("--http", "--day", "50x20", "--rate", "5", "--seconds", "2", "--seed", "7")))
                .isEqualTo(new HttpOptions(50, 20, 5, 2, 7, List.of()));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> HttpOptions.read(List.of("--http", "--speed", "9")))
                .hasMessageContaining("--speed is no option");
        assertThatThrownBy(() -> HttpOptions.read(List.of("--http", "--rate", "0")))
                .hasMessageContaining("--rate must be from 1");
    }
}
