package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The best known solution of an instance, from {@code best-known.csv} beside the folder of the file. */
record BestKnown(int vehicles, double distance) {

    private static final int VEHICLES = 3;
    private static final int DISTANCE = 4;

    static Optional<BestKnown> find(Path file) throws IOException {
        Path table = file.resolveSibling("..").resolve("best-known.csv");
        if (!Files.isReadable(table)) {
            return Optional.empty();
        }
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        return Files.readAllLines(table).stream()
                .map(line -> List.of(line.split(",")))
                .filter(columns ->
                        columns.size() > DISTANCE && columns.getFirst().equals(name))
                .map(columns -> new BestKnown(
                        Integer.parseInt(columns.get(VEHICLES)), Double.parseDouble(columns.get(DISTANCE))))
                .findFirst();
    }
}
