package org.motorpool.telematics.gateway;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsCommand.BindTerminal;

/** Vehicles with bound terminals, and what the table says about them. */
@Singleton
public class Fleet {

    private static final AtomicLong PHONES = new AtomicLong(13_800_000_000L);

    private final GatewayServer server;
    private final CommandService commands;
    private final AgroalDataSource dataSource;

    Fleet(GatewayServer server, CommandService commands, @DataSource("telemetry") AgroalDataSource dataSource) {
        this.server = server;
        this.commands = commands;
        this.dataSource = dataSource;
    }

    /** A vehicle and the phone number of its terminal. */
    public record Vehicle(UUID id, String phone) {}

    public static Vehicle unbound() {
        return new Vehicle(UUID.randomUUID(), Long.toString(PHONES.incrementAndGet()));
    }

    public Vehicle bound() {
        Vehicle vehicle = unbound();
        bind(vehicle);
        return vehicle;
    }

    void bind(Vehicle vehicle) {
        bind(vehicle, Uplinks.TERMINAL_ID);
    }

    void bind(Vehicle vehicle, @Nullable String terminalId) {
        handle(new BindTerminal(UUID.randomUUID(), vehicle.id(), vehicle.phone(), Uplinks.PLATE, terminalId));
    }

    public void handle(TelematicsCommand command) {
        try {
            commands.handle(command).toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("command not handled: " + command, e);
        }
    }

    public TestTerminal connect(Vehicle vehicle, ProtocolVersion version) {
        return new TestTerminal(server.port(), version, vehicle.phone());
    }

    /** Through TLS. */
    TestTerminal connect(Vehicle vehicle, SSLContext tls) throws IOException {
        return new TestTerminal(
                tls.getSocketFactory().createSocket(),
                server.tlsPort(),
                Address.of(ProtocolVersion.V2019, vehicle.phone()));
    }

    int port() {
        return server.port();
    }

    public TestTerminal connect(Vehicle vehicle) {
        return connect(vehicle, ProtocolVersion.V2013);
    }

    public long positions(Vehicle vehicle) {
        return count("select count(*) from position where vehicle_id = ?", vehicle.id(), null);
    }

    public long positions(Vehicle vehicle, Instant reportedAt) {
        return count(
                "select count(*) from position where vehicle_id = ? and reported_at = ?", vehicle.id(), reportedAt);
    }

    long alarms(Vehicle vehicle) {
        return count("select count(*) from alarm where vehicle_id = ?", vehicle.id(), null);
    }

    long safetyAlarms(Vehicle vehicle) {
        return count("select count(*) from safety_alarm where vehicle_id = ?", vehicle.id(), null);
    }

    private long count(String sql, UUID vehicleId, @Nullable Instant reportedAt) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, vehicleId);
            if (reportedAt != null) {
                statement.setObject(2, reportedAt.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
