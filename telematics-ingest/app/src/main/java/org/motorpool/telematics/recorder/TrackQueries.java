package org.motorpool.telematics.recorder;

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
import java.util.UUID;
import org.motorpool.telematics.contract.TrackApi.Mileage;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** The spatial SQL of the recorder. Reports without a valid fix are no part of a track. */
@Singleton
class TrackQueries {

    private final AgroalDataSource dataSource;

    TrackQueries(@DataSource("telemetry") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first {@code limit} points in [from, to), oldest first. */
    List<TrackPoint> points(UUID vehicleId, Period period, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select reported_at, latitude, longitude, speed_kmh, heading_deg, status_bits & 1 = 1
                        from position
                        where vehicle_id = ? and reported_at >= ? and reported_at < ? and geom is not null
                        order by reported_at
                        limit ?""")) {
            bind(statement, vehicleId, period);
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<TrackPoint> points = new ArrayList<>();
                while (row.next()) {
                    points.add(point(row));
                }
                return points;
            }
        }
    }

    /** Geodesic length of the track and what the odometer says; an odometer that went backwards says nothing. */
    Mileage mileage(UUID vehicleId, Period period) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(geom),
                               coalesce(round(st_length(st_makeline(geom order by reported_at)::geography)), 0)::bigint,
                               (array_agg(odometer_m order by reported_at desc) filter (where odometer_m >= 0))[1]
                                   - (array_agg(odometer_m order by reported_at) filter (where odometer_m >= 0))[1]
                        from position
                        where vehicle_id = ? and reported_at >= ? and reported_at < ?""")) {
            bind(statement, vehicleId, period);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long track_m = row.getLong(2);
                long odometer_m = row.getLong(3);
                boolean unknown = row.wasNull() || odometer_m < 0;
                return new Mileage(
                        vehicleId, period.from(), period.to(), row.getLong(1), track_m, unknown ? -1 : odometer_m);
            }
        }
    }

    private static void bind(PreparedStatement statement, UUID vehicleId, Period period) throws SQLException {
        statement.setObject(1, vehicleId);
        statement.setObject(2, period.from().atOffset(ZoneOffset.UTC));
        statement.setObject(3, period.to().atOffset(ZoneOffset.UTC));
    }

    private static TrackPoint point(ResultSet row) throws SQLException {
        Instant reportedAt = row.getObject(1, OffsetDateTime.class).toInstant();
        return new TrackPoint(
                reportedAt,
                row.getDouble(2),
                row.getDouble(3),
                tenths(row.getFloat(4)),
                row.getInt(5),
                row.getBoolean(6));
    }

    /** The terminal's resolution is 0.1 km/h; a float widened to double shows digits nobody measured. */
    private static double tenths(float speed_kmh) {
        return Math.round(speed_kmh * 10.0) / 10.0;
    }
}
