package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when terminals can connect. */
@Readiness
@Singleton
class GatewayCheck implements HealthCheck {

    private final GatewayServer server;

    GatewayCheck(GatewayServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("JT/T 808 gateway")
                .status(server.listening())
                .build();
    }
}
