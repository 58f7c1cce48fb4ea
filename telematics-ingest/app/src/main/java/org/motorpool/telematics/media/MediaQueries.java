package org.motorpool.telematics.media;

import static org.motorpool.telematics.media.Times.utc;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaAlarm;
import org.motorpool.telematics.contract.MediaApi.Media;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.recorder.Period;

/** The table of media, for who asks for them. Blocking. */
@Singleton
class MediaQueries {

    private final AgroalDataSource dataSource;

    MediaQueries(@DataSource("telemetry") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Media of the vehicle that were taken in [from, to), newest first, the first {@code limit} behind the cursor. */
    List<Media> list(UUID vehicleId, Period period, MediaCursor after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select id, vehicle_id, object_key is not null, kind, terminal_media_id, trigger, channel,
                               content_type, claimed_type, name, taken_at, m.reported_at, m.latitude, m.longitude,
                               m.located, size_bytes, sha256, received_at,
                               m.alarm_number, source, alarm_type, raised_at
                        from media m left join attachment_request using (alarm_number, vehicle_id)
                        where vehicle_id = ? and taken_at >= ? and taken_at < ? and (taken_at, id) < (?, ?)
                        order by taken_at desc, id desc
                        limit ?""")) {
            statement.setObject(1, vehicleId);
            statement.setObject(2, utc(period.from()));
            statement.setObject(3, utc(period.to()));
            statement.setObject(4, utc(after.takenAt()));
            statement.setObject(5, after.id());
            statement.setInt(6, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Media> media = new ArrayList<>();
                while (row.next()) {
                    media.add(media(row));
                }
                return media;
            }
        }
    }

    /** The object of a medium of this vehicle; empty when there is none, or only its announcement. */
    Optional<StoredObject> findObject(UUID vehicleId, UUID mediaId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select object_key, content_type, size_bytes, sha256 from media
                        where id = ? and vehicle_id = ? and object_key is not null""")) {
            statement.setObject(1, mediaId);
            statement.setObject(2, vehicleId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredObject(
                                row.getString(1),
                                ContentType.ofMime(row.getString(2)),
                                row.getLong(3),
                                row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    private static Media media(ResultSet row) throws SQLException {
        return new Media(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                MediaKind.valueOf(row.getString(4)),
                row.getObject(5, Long.class),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                time(row, 11),
                MediaColumns.position(row, 12),
                alarm(row, 19),
                row.getLong(16),
                row.getString(17),
                time(row, 18));
    }

    private static @Nullable MediaAlarm alarm(ResultSet row, int from) throws SQLException {
        String number = row.getString(from);
        return number == null
                ? null
                : new MediaAlarm(
                        number, row.getInt(from + 1), row.getInt(from + 2), MediaColumns.instant(row, from + 3));
    }

    private static Instant time(ResultSet row, int at) throws SQLException {
        return Objects.requireNonNull(MediaColumns.instant(row, at));
    }
}
