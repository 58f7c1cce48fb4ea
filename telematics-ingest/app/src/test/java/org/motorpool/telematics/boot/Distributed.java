package org.motorpool.telematics.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.UUID;

/** The application over a real Kafka, in consumer groups of its own. */
public class Distributed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        UUID run = UUID.randomUUID();
        return Map.of(
                "mp.messaging.incoming.telematics-events.group.id",
                "test-recorder-" + run,
                "mp.messaging.incoming.telematics-commands.group.id",
                "test-gateway-" + run);
    }
}
