package org.motorpool.telematics.media;

import static org.motorpool.telematics.media.Times.utc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaPosition;

/** Columns that several tables and statements share, always in this order. */
final class MediaColumns {

    private MediaColumns() {}

    /** Sets reported_at, latitude, longitude, located, and answers the next index. */
    static int place(PreparedStatement statement, int from, @Nullable MediaPosition position) throws SQLException {
        if (position == null) {
            statement.setNull(from, Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setNull(from + 1, Types.DOUBLE);
            statement.setNull(from + 2, Types.DOUBLE);
            statement.setNull(from + 3, Types.BOOLEAN);
        } else {
            statement.setObject(from, utc(position.reportedAt()));
            statement.setDouble(from + 1, position.latitude());
            statement.setDouble(from + 2, position.longitude());
            statement.setBoolean(from + 3, position.located());
        }
        return from + 4;
    }

    /** Sets content_type, size_bytes, sha256, object_key, and answers the next index. */
    static int describe(PreparedStatement statement, int from, StoredObject object) throws SQLException {
        statement.setString(from, object.type().mime());
        statement.setLong(from + 1, object.size_bytes());
        statement.setString(from + 2, object.sha256());
        statement.setString(from + 3, object.key());
        return from + 4;
    }

    /** Reads reported_at, latitude, longitude, located; null when there is no position. */
    static @Nullable MediaPosition position(ResultSet row, int from) throws SQLException {
        Instant reportedAt = instant(row, from);
        return reportedAt == null
                ? null
                : new MediaPosition(
                        reportedAt, row.getDouble(from + 1), row.getDouble(from + 2), row.getBoolean(from + 3));
    }

    static @Nullable Instant instant(ResultSet row, int at) throws SQLException {
        OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
