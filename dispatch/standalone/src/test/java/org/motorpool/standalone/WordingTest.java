package org.motorpool.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese text for people has Chinese punctuation. */
class WordingTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern HALF_WIDTH = Pattern.compile("\"[^\"\\n]*[\\u4e00-\\u9fff》][,;:][^\"\\n]*\"");

    @Test
    void usesFullWidthPunctuationInChinese() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> slips = files.filter(WordingTest::isMainSource)
                    .flatMap(WordingTest::slips)
                    .toList();
            assertThat(slips).isEmpty();
        }
    }

    @Test
    void wouldSeeASlip() {
        assertThat(HALF_WIDTH.matcher("\"车辆已停用,请另选\"").find()).isTrue();
    }

    private static boolean isMainSource(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("/src/main/");
    }

    private static Stream<String> slips(Path file) {
        try {
            return HALF_WIDTH
                    .matcher(Files.readString(file))
                    .results()
                    .map(slip -> file.getFileName() + ": " + slip.group());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
