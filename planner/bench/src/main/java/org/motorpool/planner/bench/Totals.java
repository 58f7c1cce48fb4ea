package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums over the instances of Li and Lim, and over those of the dial-a-ride problem. */
final class Totals {

    /** The {@code kind} of a row. */
    static final String DIAL_A_RIDE = "dial-a-ride";

    private int instances;
    private int vehicles;
    private int bestKnown;
    private int equal;
    private double gap;
    private double distance;
    private final Map<String, Integer> ofPeers = new TreeMap<>();
    private final List<JsonNode> dialARides = new ArrayList<>();

    void add(JsonNode row) {
        if (row.path("kind").asText().equals(DIAL_A_RIDE)) {
            dialARides.add(row);
        } else if (!row.has("cost")) {
            addPooled(row);
        }
    }

    private void addPooled(JsonNode row) {
        instances++;
        vehicles += row.path("vehicles").asInt();
        distance += row.path("distance").asDouble();
        bestKnown += row.path("best_known_vehicles").asInt();
        if (row.has("gap_percent")) {
            equal++;
            gap += row.path("gap_percent").asDouble();
        }
        row.path("peers")
                .properties()
                .forEach(peer -> ofPeers.merge(
                        peer.getKey(), peer.getValue().path("vehicles").asInt(), Integer::sum));
    }

    /** {@code mean_gap_percent} is over the instances whose number of vehicles is the best known. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!dialARides.isEmpty()) {
            tell(json.putObject("dial_a_ride"));
        }
        json.put("instances", instances)
                .put("vehicles", vehicles)
                .put("distance", Rounding.two(distance))
                .put("best_known_vehicles", bestKnown)
                .put("best_known_reached", equal);
        if (equal > 0) {
            json.put("mean_gap_percent", Rounding.two(gap / equal));
        }
        ofPeers.forEach((peer, sum) -> json.withObjectProperty("peers").put(peer, sum));
        return json;
    }

    private void tell(ObjectNode json) {
        tell(json, dialARides);
        dialARides.stream()
                .flatMap(row -> row.path("peers").propertyStream())
                .map(Map.Entry::getKey)
                .distinct()
                .forEach(peer -> tell(
                        json.withObjectProperty("peers").putObject(peer),
                        dialARides.stream()
                                .map(row -> row.path("peers").path(peer))
                                .toList()));
    }

    private static void tell(ObjectNode json, List<JsonNode> rows) {
        DoubleSummaryStatistics gaps = rows.stream()
                .filter(row -> row.has("gap_percent"))
                .mapToDouble(row -> row.path("gap_percent").asDouble())
                .summaryStatistics();
        json.put("instances", rows.size())
                .put("invalid", rows.stream().filter(row -> row.has("invalid")).count())
                .put("mean_gap_percent", Rounding.two(gaps.getAverage()))
                .put("most_gap_percent", Rounding.two(gaps.getCount() == 0 ? 0 : gaps.getMax()));
    }
}
