package org.motorpool.telematics.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The application as standalone assembles it: no Kafka, durable means committed in the table. */
public class OneProcess implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.arc.exclude-types", "org.motorpool.*.kafka.**",
                "mp.messaging.incoming.telematics-events.enabled", "false",
                "mp.messaging.incoming.telematics-commands.enabled", "false",
                "motorpool.telematics.gateway.authentication-timeout", "3s",
                "motorpool.telematics.gateway.command-timeout", "1s",
                "motorpool.telematics.gateway.write-timeout", "2s");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TableEventLog.class);
    }
}
