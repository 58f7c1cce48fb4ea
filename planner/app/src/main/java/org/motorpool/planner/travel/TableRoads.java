package org.motorpool.planner.travel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motorpool.planner.search.day.DayFacts.Place;

/** A matrix service that speaks the table protocol of OSRM, version 1. */
final class TableRoads implements Roads {

    private static final Logger LOG = Logger.getLogger(TableRoads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final String root;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    TableRoads(URI root, ObjectMapper json) {
        this.root = root.toString().replaceAll("/+$", "");
        this.json = json;
    }

    @Override
    public Optional<Map<Integer, Way>> findWays(Place from, List<Place> to) {
        URI table = table(from, to);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(table).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? Optional.of(read(json.readTree(answer.body()), to.size()))
                    : refused("HTTP " + answer.statusCode());
        } catch (IOException failure) {
            return refused(String.valueOf(failure.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Map<Integer, Way>> refused(String reason) {
        LOG.warnf("the matrix service %s does not answer: %s", root, reason);
        return Optional.empty();
    }

    private URI table(Place from, List<Place> to) {
        String points = Stream.concat(Stream.of(from), to.stream())
                .map(place -> String.format(Locale.ROOT, "%.6f,%.6f", place.longitude(), place.latitude()))
                .collect(Collectors.joining(";"));
        return URI.create("%s/table/v1/driving/%s?sources=0&annotations=duration,distance".formatted(root, points));
    }

    /** The first column is the place itself; {@code null} in a cell means that no road leads there. */
    private static Map<Integer, Way> read(JsonNode answer, int size) {
        JsonNode metres = answer.path("distances").path(0);
        JsonNode seconds = answer.path("durations").path(0);
        Map<Integer, Way> ways = new HashMap<>();
        for (int i = 0; i < size; i++) {
            JsonNode distance = metres.path(i + 1);
            JsonNode duration = seconds.path(i + 1);
            if (distance.isNumber() && duration.isNumber()) {
                ways.put(i, new Way((int) Math.round(distance.asDouble()), (int) Math.ceil(duration.asDouble())));
            }
        }
        return ways;
    }
}
