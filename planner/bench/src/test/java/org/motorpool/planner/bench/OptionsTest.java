package org.motorpool.planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void readsFilesAndOptionsInAnyOrder() throws IOException {
        String file = Files.createFile(folder.resolve("a.txt")).toString();
        assertThat(Options.read(List.of("--seconds", "5", file, "--peers", "jsprit", "--out", "solutions")))
                .isEqualTo(new Options(List.of(Path.of(file)), 5, 1, Path.of("solutions"), Set.of("jsprit"), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seconds 0        | --seconds must be a whole number from 1 to 3600, got "0"
            --seconds          | --seconds needs a value
            --peers vroom      | --peers must be of
            nowhere.txt        | nowhere.txt is no option and no readable .txt or .csv file
            --fast             | --fast is no option
            --instances /none  | lc103.txt is no option and no readable
            """)
    void namesWhatIsWrong(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.read(List.of(arguments.split(" "))))
                .withMessageContaining(message);
    }

    @Test
    void saysHowToUseItWithoutAFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.read(List.of()))
                .withMessageContaining("bench planner [--seconds S]");
    }
}
