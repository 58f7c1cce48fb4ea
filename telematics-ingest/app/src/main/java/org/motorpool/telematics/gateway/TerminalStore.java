package org.motorpool.telematics.gateway;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Uplink.Register;
import org.motorpool.telematics.gateway.Terminal.Registration;

/** The table of terminals. Blocking. */
@Singleton
class TerminalStore {

    private final AgroalDataSource dataSource;

    TerminalStore(@DataSource("telemetry") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All terminals that are bound to a vehicle. */
    List<Terminal> listBound() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select phone, vehicle_id, plate, bound_terminal_id, terminal_id, auth_code_hash, auth_expires_at
                        from terminal
                        where unbound_at is null""");
                ResultSet row = statement.executeQuery()) {
            List<Terminal> terminals = new ArrayList<>();
            while (row.next()) {
                terminals.add(terminal(row));
            }
            return terminals;
        }
    }

    /**
     * Binds the terminal, again and again if asked to. One that moves to another vehicle, or gets another id, must
     * register anew; a binding that tells no id leaves the known one.
     */
    Terminal bind(Terminal terminal, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into terminal as t (phone, vehicle_id, plate, bound_at, bound_terminal_id)
                        values (?, ?, ?, ?, ?)
                        on conflict (phone) do update set
                            vehicle_id = excluded.vehicle_id,
                            plate = excluded.plate,
                            bound_at = case when t.vehicle_id = excluded.vehicle_id and t.unbound_at is null
                                then t.bound_at else excluded.bound_at end,
                            unbound_at = null,
                            bound_terminal_id = coalesce(excluded.bound_terminal_id,
                                case when t.vehicle_id = excluded.vehicle_id then t.bound_terminal_id end),
                            auth_code_hash = case when (t.vehicle_id, coalesce(t.bound_terminal_id, ''))
                                = (excluded.vehicle_id, coalesce(excluded.bound_terminal_id, t.bound_terminal_id, ''))
                                then t.auth_code_hash end,
                            auth_expires_at = case when (t.vehicle_id, coalesce(t.bound_terminal_id, ''))
                                = (excluded.vehicle_id, coalesce(excluded.bound_terminal_id, t.bound_terminal_id, ''))
                                then t.auth_expires_at end
                        returning phone, vehicle_id, plate, bound_terminal_id, terminal_id,
                            auth_code_hash, auth_expires_at""")) {
            statement.setString(1, terminal.phone());
            statement.setObject(2, terminal.vehicleId());
            statement.setString(3, terminal.plate());
            statement.setObject(4, utc(now));
            statement.setString(5, terminal.boundId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return terminal(row);
            }
        }
    }

    /** Unbinds the terminal if it is bound to this vehicle; its code is void. */
    void unbind(String phone, UUID vehicleId, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal
                        set unbound_at = greatest(?, bound_at), auth_code_hash = null, auth_expires_at = null
                        where phone = ? and vehicle_id = ? and unbound_at is null""")) {
            statement.setObject(1, utc(now));
            statement.setString(2, phone);
            statement.setObject(3, vehicleId);
            statement.executeUpdate();
        }
    }

    /** Keeps the hash of a new code and what the terminal said about itself; false when it is no longer bound so. */
    boolean register(Terminal terminal, Registration given, Register message, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal
                        set auth_code_hash = ?, auth_expires_at = ?, registered_at = ?, last_seen = ?,
                            manufacturer = ?, model = ?, terminal_id = ?
                        where phone = ? and vehicle_id = ? and unbound_at is null
                            and bound_terminal_id is not distinct from ?""")) {
            statement.setString(1, given.codeHash());
            statement.setObject(2, utc(given.expiresAt()));
            statement.setObject(3, utc(now));
            statement.setObject(4, utc(now));
            statement.setString(5, storable(message.manufacturer()));
            statement.setString(6, storable(message.model()));
            statement.setString(7, storable(message.terminalId()));
            statement.setString(8, terminal.phone());
            statement.setObject(9, terminal.vehicleId());
            statement.setString(10, terminal.boundId());
            return statement.executeUpdate() == 1;
        }
    }

    /** Makes the code of the terminal void. */
    void retire(String phone) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update terminal set auth_code_hash = null, auth_expires_at = null where phone = ?")) {
            statement.setString(1, phone);
            statement.executeUpdate();
        }
    }

    /** Notes when each of the terminals was there. */
    void seen(Map<String, Instant> times) throws SQLException {
        List<Map.Entry<String, Instant>> rows = List.copyOf(times.entrySet());
        Object[] phones = rows.stream().map(Map.Entry::getKey).toArray();
        Object[] instants = rows.stream().map(row -> row.getValue().toString()).toArray();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal t set last_seen = s.at
                        from unnest(?::text[], ?::timestamptz[]) as s (phone, at)
                        where t.phone = s.phone""")) {
            statement.setArray(1, connection.createArrayOf("text", phones));
            statement.setArray(2, connection.createArrayOf("timestamptz", instants));
            statement.executeUpdate();
        }
    }

    /** When the terminal was there last; empty when it never was, or nobody knows it. */
    Optional<Instant> findSeen(String phone) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select last_seen from terminal where phone = ?")) {
            statement.setString(1, phone);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                        : Optional.empty();
            }
        }
    }

    /** PostgreSQL text cannot hold NUL, and terminals send it inside of names. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static Terminal terminal(ResultSet row) throws SQLException {
        return new Terminal(
                row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4), registration(row));
    }

    private static @Nullable Registration registration(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject(7, OffsetDateTime.class);
        return expires == null
                ? null
                : new Registration(
                        Objects.requireNonNullElse(row.getString(5), ""), row.getString(6), expires.toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
