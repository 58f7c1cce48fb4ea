package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Solutions for whoever wants to check them. */
final class SolutionFile {

    private SolutionFile() {}

    /** {@code Route 3 : 5 7 6 8}. */
    static String line(String kind, int number, List<Integer> ids) {
        return "%s %d : %s"
                .formatted(kind, number, ids.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** Writes {@code <name>.sol}; nothing without a folder. */
    static void write(@Nullable Path folder, String name, List<String> lines) throws IOException {
        if (folder != null) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".sol"), lines);
        }
    }
}
