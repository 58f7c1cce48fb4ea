package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** One of what the platform lists. */
final class Listed {

    private Listed() {}

    /** Any item of a list the caller sees, or none. */
    static Optional<JsonNode> any(Person person, String token, String path, Predicate<JsonNode> which)
            throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : person.get(token, path).body().path("items")) {
            if (which.test(item)) {
                items.add(item);
            }
        }
        return any(person.random, items);
    }

    static Optional<JsonNode> any(RandomGenerator random, JsonNode items) {
        List<JsonNode> all = new ArrayList<>();
        items.forEach(all::add);
        return any(random, all);
    }

    private static Optional<JsonNode> any(RandomGenerator random, List<JsonNode> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(random.nextInt(items.size())));
    }
}
