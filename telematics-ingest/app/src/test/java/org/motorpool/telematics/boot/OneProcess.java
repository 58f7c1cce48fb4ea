package org.motorpool.telematics.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The application as standalone assembles it: no Kafka, durable means committed in the table. */
public class OneProcess implements QuarkusTestProfile {

    /** Commands that may wait for one terminal. */
    public static final int QUEUE_MAX = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.arc.exclude-types", "org.motorpool.*.kafka.**",
                "mp.messaging.incoming.telematics-events.enabled", "false",
                "mp.messaging.incoming.telematics-commands.enabled", "false",
                "motorpool.telematics.gateway.authentication-timeout", "3s",
                "motorpool.telematics.command.response-timeout", "500ms",
                "motorpool.telematics.command.retransmissions", "1",
                "motorpool.telematics.command.sweep-period", "200ms",
                "motorpool.telematics.command.queue-max", Integer.toString(QUEUE_MAX),
                "motorpool.telematics.gateway.write-timeout", "2s");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TableEventLog.class);
    }
}
