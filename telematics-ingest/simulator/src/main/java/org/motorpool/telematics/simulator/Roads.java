package org.motorpool.telematics.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Streets of the demo cities, to patrol on. */
final class Roads {
    /** A patrol does not go further than this from its first place. */
    private static final double PATROL_M = 3_000;

    private final List<Road> roads;

    private Roads(List<Road> roads) {
        this.roads = List.copyOf(roads);
    }

    /** A street with places along it, in order. */
    record Road(String city, String name, List<Place> points) {
        Road {
            points = List.copyOf(points);
        }
    }

    /** The table that comes with the simulator. */
    static Roads load() {
        Map<String, List<Place>> points = new LinkedHashMap<>();
        for (String line : lines()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split(",", -1);
                points.computeIfAbsent(cells[0] + "," + cells[1], _ -> new ArrayList<>())
                        .add(new Place(cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
            }
        }
        List<Road> roads = new ArrayList<>();
        points.forEach((key, places) -> roads.add(
                new Road(key.substring(0, key.indexOf(',')), places.getFirst().name(), places)));
        return new Roads(roads);
    }

    List<Road> list() {
        return roads;
    }

    /** The stretch of the nearest street that begins nearest to {@code home}; empty when none is near. */
    Optional<Route> findPatrol(Place home, double within_m) {
        return roads.stream()
                .map(road -> stretch(road, home))
                .filter(stretch -> stretch.getFirst().distanceTo_m(home) <= within_m)
                .min(Comparator.comparingDouble(stretch -> stretch.getFirst().distanceTo_m(home)))
                .map(Route::along);
    }

    private static List<Place> stretch(Road road, Place home) {
        List<Place> points = road.points();
        int nearest = 0;
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).distanceTo_m(home) < points.get(nearest).distanceTo_m(home)) {
                nearest = i;
            }
        }
        boolean forwards = nearest < points.size() / 2;
        List<Place> onwards = forwards
                ? points.subList(nearest, points.size())
                : points.subList(0, nearest + 1).reversed();
        Place first = onwards.getFirst();
        return onwards.stream()
                .filter(point -> point.distanceTo_m(first) <= PATROL_M)
                .toList();
    }

    private static List<String> lines() {
        InputStream resource = Objects.requireNonNull(Roads.class.getResourceAsStream("roads.csv"), "roads.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
