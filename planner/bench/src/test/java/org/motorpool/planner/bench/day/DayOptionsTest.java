package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOptionsTest {

    @Test
    void readsADay() {
        List<String> line = List.of("--day", "2500x1000", "--seconds", "5", "--seed", "7");
        assertThat(DayOptions.ask(line)).isTrue();
        assertThat(DayOptions.read(line)).isEqualTo(new DayOptions(2_500, 1_000, 5, 7, 1.5, false));
    }

    @Test
    void leavesFilesToOthers() {
        assertThat(DayOptions.ask(List.of("--seconds", "5", "lc103.txt"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --day 2500        | --day needs a value like
            --day 99999x10    | rides must be from 1 to 20000, got 99999
            --curve --fast    | --fast is no option
            --curve --seconds | --seconds needs a value
            """)
    void namesWhatIsWrong(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayOptions.read(List.of(arguments.split(" "))))
                .withMessageContaining(message);
    }
}
