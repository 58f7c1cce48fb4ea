package org.motorpool.telematics.recorder;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has PostGIS. */
@Readiness
@Singleton
class TelemetryDatabaseCheck implements HealthCheck {

    private static final String NAME = "telemetry database";

    private final AgroalDataSource dataSource;

    TelemetryDatabaseCheck(@DataSource("telemetry") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = dataSource.getConnection()) {
            Optional<String> problem = PostgisCheck.findProblem(connection);
            return problem.map(TelemetryDatabaseCheck::down).orElseGet(() -> HealthCheckResponse.up(NAME));
        } catch (SQLException | IllegalStateException e) {
            return down(String.valueOf(e.getMessage()));
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
