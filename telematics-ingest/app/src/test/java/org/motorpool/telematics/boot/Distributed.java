package org.motorpool.telematics.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.UUID;

/** The application over a real Kafka, on topics of its own. */
public class Distributed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        UUID run = UUID.randomUUID();
        return Map.of(
                "motorpool.telematics.kafka.event-topic",
                "test.telematics.event." + run,
                "motorpool.telematics.kafka.command-topic",
                "test.telematics.command." + run,
                "motorpool.telematics.kafka.recorder-group",
                "test-recorder-" + run,
                "motorpool.telematics.kafka.gateway-group",
                "test-gateway-" + run);
    }
}
