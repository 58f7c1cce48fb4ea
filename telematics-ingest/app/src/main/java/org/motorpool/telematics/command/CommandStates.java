package org.motorpool.telematics.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.CommandApi.CommandState;

/** Reads how far commands have come. Blocking. */
@Singleton
class CommandStates {

    private static final String COLUMNS = """
            command_id, state, result, detail, attempts, created_at, expires_at, sent_at, acknowledged_at, answered_at""";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    CommandStates(@DataSource("telemetry") AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** The command of this vehicle, with its answer. */
    Optional<CommandState> find(UUID vehicleId, UUID commandId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                        + ", answer from terminal_command where vehicle_id = ? and command_id = ?")) {
            statement.setObject(1, vehicleId);
            statement.setObject(2, commandId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(state(row, answer(row.getString("answer")))) : Optional.empty();
            }
        }
    }

    /** Those of the commands that are known and belong to the vehicle. */
    List<CommandState> list(UUID vehicleId, List<UUID> commandIds) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + COLUMNS + " from terminal_command where vehicle_id = ? and command_id = any (?)")) {
            statement.setObject(1, vehicleId);
            statement.setArray(2, connection.createArrayOf("uuid", commandIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                List<CommandState> states = new ArrayList<>();
                while (row.next()) {
                    states.add(state(row, null));
                }
                return states;
            }
        }
    }

    private static CommandState state(ResultSet row, @Nullable Answer answer) throws SQLException {
        return new CommandState(
                row.getObject("command_id", UUID.class),
                row.getString("state"),
                row.getObject("result", Integer.class),
                row.getString("detail"),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "sent_at"),
                instant(row, "acknowledged_at"),
                instant(row, "answered_at"),
                answer);
    }

    private @Nullable Answer answer(@Nullable String stored) {
        try {
            return stored == null ? null : json.readValue(stored, Answer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read back: " + stored, e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
