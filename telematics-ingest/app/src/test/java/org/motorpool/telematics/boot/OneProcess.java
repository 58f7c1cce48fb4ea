package org.motorpool.telematics.boot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The application as standalone assembles it: no Kafka, durable means committed in the table. */
public class OneProcess implements QuarkusTestProfile {

    /** Commands that may wait for one terminal. */
    public static final int QUEUE_MAX = 4;

    private static final TestCertificate CERTIFICATE = TestCertificate.create();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.arc.exclude-types", "org.motorpool.*.kafka.**"),
                Map.entry("mp.messaging.incoming.telematics-events.enabled", "false"),
                Map.entry("mp.messaging.incoming.telematics-commands.enabled", "false"),
                Map.entry("motorpool.telematics.gateway.authentication-timeout", "3s"),
                Map.entry("motorpool.telematics.command.response-timeout", "500ms"),
                Map.entry("motorpool.telematics.command.retransmissions", "1"),
                Map.entry("motorpool.telematics.command.sweep-period", "200ms"),
                Map.entry("motorpool.telematics.command.queue-max", Integer.toString(QUEUE_MAX)),
                Map.entry("motorpool.telematics.gateway.write-timeout", "2s"),
                Map.entry("motorpool.telematics.gateway.unauthenticated-max", "100"),
                Map.entry("motorpool.telematics.gateway.udp", "true"),
                Map.entry("motorpool.telematics.gateway.tls.port", "0"),
                Map.entry(
                        "motorpool.telematics.gateway.tls.certificate",
                        CERTIFICATE.chain().toString()),
                Map.entry(
                        "motorpool.telematics.gateway.tls.key",
                        CERTIFICATE.key().toString()));
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TableEventLog.class);
    }
}
