package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The best known solution of an instance, from {@code best-known.csv} beside the folder of the file. */
record BestKnown(int vehicles, double distance) {

    private static final int VEHICLES = 3;
    private static final int DISTANCE = 4;
    private static final int LENGTH = 3;

    /** Of a dial-a-ride instance the length alone. */
    static OptionalDouble findLength(Path file) throws IOException {
        return rows(file)
                .filter(columns -> columns.size() > LENGTH)
                .mapToDouble(columns -> Double.parseDouble(columns.get(LENGTH)))
                .findFirst();
    }

    private static Stream<List<String>> rows(Path file) throws IOException {
        Path table = file.resolveSibling("..").resolve("best-known.csv");
        if (!Files.isReadable(table)) {
            return Stream.empty();
        }
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        return Files.readAllLines(table).stream()
                .map(line -> List.of(line.split(",")))
                .filter(columns -> columns.getFirst().equals(name));
    }

    static Optional<BestKnown> find(Path file) throws IOException {
        return rows(file)
                .filter(columns -> columns.size() > DISTANCE)
                .map(columns -> new BestKnown(
                        Integer.parseInt(columns.get(VEHICLES)), Double.parseDouble(columns.get(DISTANCE))))
                .findFirst();
    }
}
