package org.motorpool.telematics.recorder;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.contract.TelematicsEvent.SafetyAlarmRaised;
import org.postgresql.PGConnection;

/** The table of positions: written by COPY, each position once however often it is delivered. Blocking. */
@Singleton
public class PositionStore {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final AgroalDataSource dataSource;
    private final Partitions partitions;

    PositionStore(@DataSource("telemetry") AgroalDataSource dataSource, Partitions partitions) {
        this.dataSource = dataSource;
        this.partitions = partitions;
    }

    /**
     * Stores the positions in one transaction and returns when it is committed. A position that is stored already
     * (same vehicle and terminal time) is left as it is, so the caller may repeat a failed or doubtful call.
     */
    public void append(List<PositionReported> positions) throws SQLException {
        append(positions, Alarms.NONE);
    }

    /** The same, with the alarms of those positions in the same transaction. */
    void append(List<PositionReported> positions, Alarms alarms) throws SQLException {
        if (positions.isEmpty() && alarms.isEmpty()) {
            return;
        }
        partitions.ensureFor(positions);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                copy(connection, positions);
                insert(connection, alarms.flags());
                insertSafety(connection, alarms.safety());
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Whether the table can hold this event; one that it cannot is poison, not a reason to try again. */
    public static boolean storable(TelematicsEvent event) {
        return switch (event) {
            case PositionReported position -> storable(position);
            case AlarmRaised alarm ->
                datable(alarm.reportedAt())
                        && datable(alarm.receivedAt())
                        && alarm.alarmBit() >= 0
                        && alarm.alarmBit() <= 31;
            case SafetyAlarmRaised alarm -> datable(alarm.reportedAt()) && datable(alarm.receivedAt());
            case TelematicsEvent.TerminalConnected _ -> true;
            case TelematicsEvent.TerminalDisconnected _ -> true;
            case TelematicsEvent.CommandAnswered _ -> true;
            case TelematicsEvent.MediaStored _ -> true;
        };
    }

    private static boolean storable(PositionReported position) {
        return Math.abs(position.latitude()) <= 90
                && Math.abs(position.longitude()) <= 180
                && position.speed_kmh() >= 0
                && position.speed_kmh() <= Float.MAX_VALUE
                && position.heading_deg() == (short) position.heading_deg()
                && position.odometer_m() >= -1
                && datable(position.reportedAt())
                && datable(position.receivedAt());
    }

    private static boolean datable(Instant time) {
        return time.isAfter(EARLIEST) && time.isBefore(LATEST);
    }

    private static void copy(Connection connection, List<PositionReported> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temp table if not exists position_staging (
                        vehicle_id uuid, reported_at timestamptz, received_at timestamptz,
                        latitude double precision, longitude double precision, altitude_m integer, speed_kmh real,
                        heading_deg smallint, odometer_m bigint, alarm_bits bigint, status_bits bigint
                    ) on commit delete rows""");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy position_staging (" + CopyRows.COLUMNS + ") from stdin (format binary)",
                            CopyRows.of(positions));
            // one order for all writers, so that two of them never wait for each other
            statement.execute("insert into position (" + CopyRows.COLUMNS + ") select " + CopyRows.COLUMNS
                    + " from position_staging order by vehicle_id, reported_at on conflict do nothing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(Connection connection, List<AlarmRaised> alarms) throws SQLException {
        if (alarms.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into alarm (vehicle_id, reported_at, alarm_bit, received_at, event_id)
                values (?, ?, ?, ?, ?) on conflict do nothing""")) {
            for (AlarmRaised alarm : alarms) {
                statement.setObject(1, alarm.vehicleId());
                statement.setObject(2, alarm.reportedAt().atOffset(ZoneOffset.UTC));
                statement.setInt(3, alarm.alarmBit());
                statement.setObject(4, alarm.receivedAt().atOffset(ZoneOffset.UTC));
                statement.setObject(5, alarm.eventId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void insertSafety(Connection connection, List<SafetyAlarmRaised> alarms) throws SQLException {
        if (alarms.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into safety_alarm
                    (vehicle_id, reported_at, source, number, phase, type, level, received_at, event_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            for (SafetyAlarmRaised alarm : alarms) {
                statement.setObject(1, alarm.vehicleId());
                statement.setObject(2, alarm.reportedAt().atOffset(ZoneOffset.UTC));
                statement.setInt(3, alarm.source());
                statement.setLong(4, alarm.number());
                statement.setInt(5, alarm.phase());
                statement.setInt(6, alarm.alarmType());
                statement.setInt(7, alarm.level());
                statement.setObject(8, alarm.receivedAt().atOffset(ZoneOffset.UTC));
                statement.setObject(9, alarm.eventId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
