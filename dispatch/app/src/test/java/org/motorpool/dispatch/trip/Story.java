package org.motorpool.dispatch.trip;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.motorpool.dispatch.contract.DispatchEvent;

/** Reads the events of one request or finding from the stream, in their order. */
public final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Story() {}

    /** Waits until the stream has this many events of the request. */
    public static List<JsonPath> of(UUID requestId, int size, String servers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "group.id", "test-" + requestId, "auto.offset.reset", "earliest");
        List<JsonPath> events = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, String> reader =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            reader.subscribe(List.of(DispatchEvent.TOPIC));
            while (events.size() < size && Instant.now().isBefore(deadline)) {
                reader.poll(Duration.ofMillis(200)).forEach(received -> {
                    if (requestId.toString().equals(received.key())
                            && !received.value().contains("\"type\":\"state-changed\"")) {
                        events.add(JsonPath.from(received.value()));
                    }
                });
            }
        }
        return events;
    }
}
