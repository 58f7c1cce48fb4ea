package org.motorpool.telematics.bench.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code bench decode --fuzz N --coverage}: the same, with Jazzer as the guide, in a JVM of its own. Slower, since every
 * branch of the codec is watched, and further.
 */
public final class CoverageRun {
    private CoverageRun() {}

    /** Runs with progress on {@code progress} and answers the result as one line of JSON. */
    public static String run(long frames, PrintStream progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("motorpool-fuzz");
        try {
            return run(frames, folder, progress);
        } finally {
            delete(folder);
        }
    }

    private static String run(long frames, Path folder, PrintStream progress) throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        int number = 0;
        for (Input input : new Seeds().inputs()) {
            Files.write(corpus.resolve("valid-" + number++), input.bytes());
        }
        Path result = folder.resolve("result.json");
        long begun_ns = System.nanoTime();
        Process process = new ProcessBuilder(command(frames, corpus, result))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.inputReader().lines().filter(CoverageRun::tells).forEach(progress::println);
        int exit = process.waitFor();
        if (!Files.exists(result)) {
            throw new IllegalStateException("Jazzer ended with %d and without a result".formatted(exit));
        }
        double seconds = (System.nanoTime() - begun_ns) / 1e9;
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(Files.readString(result));
        json.put("seeds", count(corpus))
                .put("frames_per_s", Math.round(json.get("frames").asLong() / seconds));
        return json.toString();
    }

    private static List<String> command(long frames, Path corpus, Path result) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + CoverageTarget.RESULT + "=" + result,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + CoverageTarget.class.getName(),
                "--instrumentation_includes=org.motorpool.telematics.codec.**",
                "--custom_hook_excludes=io.netty.**",
                "-runs=" + frames,
                "-max_len=4096",
                corpus.toString());
    }

    /** Libfuzzer says a line for each input that is new, and more. */
    private static boolean tells(String line) {
        return line.startsWith("✗") || line.startsWith("\tat ") || line.contains("pulse") || line.contains("DONE");
    }

    private static long count(Path corpus) throws IOException {
        try (Stream<Path> files = Files.list(corpus)) {
            return files.count();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
