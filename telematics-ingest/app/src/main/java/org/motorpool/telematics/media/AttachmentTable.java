package org.motorpool.telematics.media;

import static org.motorpool.telematics.media.Times.utc;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The tables behind alarm attachments. Blocking; every method is one transaction and may be repeated. */
@Singleton
class AttachmentTable {

    private static final int NUMBER_BYTES = 16;

    private final AgroalDataSource dataSource;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    AttachmentTable(@DataSource("telemetry") AgroalDataSource dataSource, Supplier<UUID> ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /**
     * Notes that the attachments of the alarm are asked for now, and answers the number to ask with; empty when the
     * terminal came with it before, or was asked within the interval.
     */
    Optional<String> ask(SafetyAlarm alarm, Instant now, Duration interval) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into attachment_request as r
                            (alarm_number, vehicle_id, phone, alarm_id, source, alarm_type, raised_at, announced,
                             reported_at, latitude, longitude, located, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (vehicle_id, alarm_id) do update set asked_at = excluded.asked_at
                            where r.opened_at is null and r.asked_at <= ?
                        returning alarm_number""")) {
            statement.setString(1, number());
            statement.setObject(2, alarm.vehicleId());
            statement.setString(3, alarm.phone());
            statement.setString(4, alarm.alarmId());
            statement.setInt(5, alarm.source());
            statement.setInt(6, alarm.type());
            statement.setObject(7, utc(alarm.raisedAt()));
            statement.setInt(8, alarm.attachments());
            int next = MediaColumns.place(statement, 9, alarm.position());
            statement.setObject(next++, utc(now));
            statement.setObject(next, utc(now.minus(interval)));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** The request behind the number that a terminal shows, when it was asked so not longer ago than {@code since}. */
    Optional<AttachmentRequest> open(String phone, String number, Instant since, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update attachment_request
                        set opened_at = coalesce(opened_at, ?)
                        where alarm_number = ? and phone = ? and asked_at > ?
                        returning alarm_number, vehicle_id, phone, alarm_id, source, alarm_type, raised_at, announced,
                            reported_at, latitude, longitude, located""")) {
            statement.setObject(1, utc(now));
            statement.setString(2, number);
            statement.setString(3, phone);
            statement.setObject(4, utc(since));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(request(row)) : Optional.empty();
            }
        }
    }

    /** Adds an attachment and answers its id; the same content under the same name is added once. */
    UUID add(Attachment attachment, StoredObject object) throws SQLException {
        SafetyAlarm alarm = attachment.request().alarm();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into media as m
                            (id, vehicle_id, phone, alarm_number, name, kind, claimed_type, taken_at, received_at,
                             reported_at, latitude, longitude, located, content_type, size_bytes, sha256, object_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (alarm_number, name, sha256) where alarm_number is not null
                            do update set name = m.name
                        returning id""")) {
            statement.setObject(1, ids.get());
            statement.setObject(2, alarm.vehicleId());
            statement.setString(3, alarm.phone());
            statement.setString(4, attachment.request().number());
            statement.setString(5, attachment.name());
            statement.setString(6, attachment.file().kind().name());
            statement.setString(7, attachment.claimedType());
            statement.setObject(8, utc(attachment.takenAt()));
            statement.setObject(9, utc(attachment.receivedAt()));
            MediaColumns.describe(statement, MediaColumns.place(statement, 10, alarm.position()), object);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private String number() {
        byte[] bytes = new byte[NUMBER_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static AttachmentRequest request(ResultSet row) throws SQLException {
        return new AttachmentRequest(
                row.getString(1),
                new SafetyAlarm(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        MediaColumns.instant(row, 7),
                        row.getInt(8),
                        Objects.requireNonNull(MediaColumns.position(row, 9), "reported_at")));
    }
}
