package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Sums over the instances of Li and Lim. */
final class Totals {

    private int instances;
    private int vehicles;
    private int bestKnown;
    private int equal;
    private double gap;
    private double distance;
    private final Map<String, Integer> ofPeers = new TreeMap<>();

    void add(JsonNode row) {
        if (row.has("cost")) {
            return;
        }
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
}
