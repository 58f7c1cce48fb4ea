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
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.Instruction;

/** The table of commands. Blocking. */
@Singleton
class CommandStore {

    /** An answer that comes later belongs to nothing we know. */
    private static final Duration ANSWER_WITHIN = Duration.ofDays(1);

    private static final int SWEEP_MAX = 1000;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    CommandStore(@DataSource("telemetry") AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** A command that is not in the table yet. */
    record NewCommand(
            UUID commandId,
            UUID vehicleId,
            Instruction instruction,
            State state,
            @Nullable String detail,
            Instant expiresAt) {}

    /** A command that changed without a connection. */
    record Changed(UUID commandId, UUID vehicleId) {}

    /** False when the command is there already. */
    boolean add(NewCommand command, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into terminal_command (command_id, vehicle_id, type, payload, repeatable, answer_id, state,
                            result, detail, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (command_id) do nothing""")) {
            statement.setObject(1, command.commandId());
            statement.setObject(2, command.vehicleId());
            statement.setString(3, Instructions.type(command.instruction()));
            statement.setObject(4, write(Instruction.class, command.instruction()), Types.OTHER);
            statement.setBoolean(5, Instructions.repeatable(command.instruction()));
            statement.setObject(6, Instructions.answerId(command.instruction()), Types.INTEGER);
            statement.setString(7, command.state().name());
            statement.setObject(8, command.state() == State.QUEUED ? null : Outcome.FAILED, Types.SMALLINT);
            statement.setString(9, command.detail());
            statement.setObject(10, utc(now));
            statement.setObject(11, utc(command.expiresAt()));
            return statement.executeUpdate() == 1;
        }
    }

    /** How many commands are still to be delivered to the vehicle. */
    int countOpen(UUID vehicleId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) from terminal_command
                        where vehicle_id = ? and state in ('QUEUED', 'SENT')""")) {
            statement.setObject(1, vehicleId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The vehicles that have commands to be delivered. */
    List<UUID> listWaiting() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select distinct vehicle_id from terminal_command where state in ('QUEUED', 'SENT')");
                ResultSet row = statement.executeQuery()) {
            List<UUID> vehicles = new ArrayList<>();
            while (row.next()) {
                vehicles.add(row.getObject(1, UUID.class));
            }
            return vehicles;
        }
    }

    /** The oldest command of the vehicle that may still be sent; it counts as sent from now on. */
    Optional<QueuedCommand> take(UUID vehicleId, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal_command
                        set state = 'SENT', sent_at = ?, attempts = attempts + 1
                        where command_id = (
                            select command_id from terminal_command
                            where vehicle_id = ? and state = 'QUEUED' and expires_at > ?
                            order by seq limit 1)
                        returning command_id, vehicle_id, payload, answer_id, attempts, expires_at""")) {
            statement.setObject(1, utc(now));
            statement.setObject(2, vehicleId);
            statement.setObject(3, utc(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(queued(row)) : Optional.empty();
            }
        }
    }

    /** How the command that was sent turned out; false when it is in another state. */
    boolean settle(Delivered delivered, Instant now) throws SQLException {
        Outcome outcome = delivered.outcome();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal_command
                        set state = ?, result = ?, detail = ?, answer = ?, serial = ?, attempts = ?,
                            acknowledged_at = case when ? then ?::timestamptz end,
                            answered_at = case when ? then ?::timestamptz end
                        where command_id = ? and state = 'SENT'""")) {
            statement.setString(1, outcome.state().name());
            statement.setInt(2, outcome.result());
            statement.setString(3, outcome.detail());
            statement.setObject(4, answer(outcome), Types.OTHER);
            statement.setObject(5, delivered.serial(), Types.INTEGER);
            statement.setInt(6, delivered.attempts());
            statement.setBoolean(7, outcome.state() == State.ACKNOWLEDGED);
            statement.setObject(8, utc(now));
            statement.setBoolean(9, outcome.state() == State.ANSWERED);
            statement.setObject(10, utc(now));
            statement.setObject(11, delivered.command().commandId());
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Commands that were sent and lost their connection wait again, but for those that must not be sent twice and those
     * that were sent often enough: these failed.
     *
     * @param vehicleId only of this vehicle; of any when null
     * @param attemptsMax how often a command may be sent in all
     * @return those that failed
     */
    List<Changed> release(@Nullable UUID vehicleId, int attemptsMax) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        with lost as (
                            update terminal_command
                            set state = case when repeatable and attempts < ? then 'QUEUED' else 'FAILED' end,
                                result = case when repeatable and attempts < ? then null else 1 end,
                                detail = case when repeatable and attempts < ? then null else ? end
                            where state = 'SENT' and (?::uuid is null or vehicle_id = ?)
                            returning command_id, vehicle_id, state)
                        select command_id, vehicle_id from lost where state = 'FAILED'""")) {
            statement.setInt(1, attemptsMax);
            statement.setInt(2, attemptsMax);
            statement.setInt(3, attemptsMax);
            statement.setString(4, Outcome.CONNECTION_LOST);
            statement.setObject(5, vehicleId);
            statement.setObject(6, vehicleId);
            return changed(statement);
        }
    }

    /** Counts what was sent again, so that the number survives the connection. */
    void count(UUID commandId, int attempts) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update terminal_command set attempts = ? where command_id = ? and state = 'SENT'")) {
            statement.setInt(1, attempts);
            statement.setObject(2, commandId);
            statement.executeUpdate();
        }
    }

    /** Gives the answer to the newest command of the vehicle that asked for it and was taken; empty when there is none. */
    Optional<Changed> answer(UUID vehicleId, Response.Answered answered, Instant now) throws SQLException {
        Outcome outcome = Outcome.of(answered);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal_command
                        set state = ?, result = ?, detail = ?, answer = ?, answered_at = ?
                        where command_id = (
                            select command_id from terminal_command
                            where vehicle_id = ? and state = 'ACKNOWLEDGED' and answer_id = ?
                                and (?::integer is null or serial = ?) and acknowledged_at > ?
                            order by seq desc limit 1)
                        returning command_id, vehicle_id""")) {
            statement.setString(1, outcome.state().name());
            statement.setInt(2, outcome.result());
            statement.setString(3, outcome.detail());
            statement.setObject(4, answer(outcome), Types.OTHER);
            statement.setObject(5, utc(now));
            statement.setObject(6, vehicleId);
            statement.setInt(7, answered.messageId());
            statement.setObject(8, answered.serial(), Types.INTEGER);
            statement.setObject(9, answered.serial(), Types.INTEGER);
            statement.setObject(10, utc(now.minus(ANSWER_WITHIN)));
            return changed(statement).stream().findFirst();
        }
    }

    /** Commands that waited in vain. */
    List<Changed> expire(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update terminal_command
                        set state = 'EXPIRED', result = 1, detail = ?
                        where command_id in (
                            select command_id from terminal_command
                            where state = 'QUEUED' and expires_at <= ?
                            order by expires_at limit ?)
                        returning command_id, vehicle_id""")) {
            statement.setString(1, Outcome.EXPIRED_UNSENT);
            statement.setObject(2, utc(now));
            statement.setInt(3, SWEEP_MAX);
            return changed(statement);
        }
    }

    private static List<Changed> changed(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Changed> all = new ArrayList<>();
            while (row.next()) {
                all.add(new Changed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            }
            return all;
        }
    }

    private QueuedCommand queued(ResultSet row) throws SQLException {
        return new QueuedCommand(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                read(row.getString(3)),
                row.getObject(4, Integer.class),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private Instruction read(String payload) {
        try {
            return json.readValue(payload, Instruction.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored instruction cannot be read back: " + payload, e);
        }
    }

    private @Nullable String answer(Outcome outcome) {
        return outcome.answer() == null ? null : write(Answer.class, outcome.answer());
    }

    private String write(Class<?> type, Object value) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(value.getClass()), e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
