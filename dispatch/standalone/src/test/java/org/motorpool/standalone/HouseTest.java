package org.motorpool.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house stands as the architecture page says, and each of its rules bites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {

    private JavaClasses motorpool;

    @BeforeAll
    void importEverything() {
        motorpool = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.motorpool");
        assertThat(motorpool).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(House.Rule rule) {
        rule.rule().check(motorpool);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(House.Rule rule, @TempDir Path folder) throws IOException {
        compile(
                folder,
                source("org.motorpool." + rule.room(), "Trespasser", rule.forbidden() + ".Treasure treasure;"),
                source(rule.forbidden(), "Treasure", ""));
        JavaClasses trespass = new ClassFileImporter().importPath(folder.resolve("classes"));
        assertThatThrownBy(() -> rule.rule().check(trespass))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Trespasser");
    }

    static Stream<House.Rule> rules() {
        return House.rules().stream();
    }

    private record Source(String path, String text) {}

    private static Source source(String packageName, String type, String body) {
        return new Source(
                packageName.replace('.', '/') + "/" + type + ".java",
                "package %s; public class %s { %s }".formatted(packageName, type, body));
    }

    private static void compile(Path folder, Source... sources) throws IOException {
        for (Source source : sources) {
            Path file = folder.resolve("sources").resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = Stream.of(sources)
                    .map(source -> folder.resolve("sources").resolve(source.path()))
                    .toList();
            assertThat(compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-d", classes.toString(), "-cp", ""),
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths))
                            .call())
                    .isTrue();
        }
    }
}
