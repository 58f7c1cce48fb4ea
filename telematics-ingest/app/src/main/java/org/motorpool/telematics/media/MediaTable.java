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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The table of media, for who brings them. Blocking; every method is one transaction and may be repeated. */
@Singleton
class MediaTable {

    private final AgroalDataSource dataSource;
    private final Supplier<UUID> ids;

    MediaTable(@DataSource("telemetry") AgroalDataSource dataSource, Supplier<UUID> ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /** Notes a medium whose bytes are still in the terminal; one that came lately under the number is known already. */
    void announce(Medium medium) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into media (id, vehicle_id, phone, terminal_media_id, kind, claimed_type, trigger, channel,
                                           taken_at, reported_at, latitude, longitude, located, received_at)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where not exists (select from media
                                          where vehicle_id = ? and terminal_media_id = ? and object_key is not null
                                              and received_at > ?)
                        on conflict do nothing""")) {
            int next = describe(statement, medium);
            statement.setObject(next++, medium.vehicleId());
            statement.setLong(next++, medium.terminalMediaId());
            statement.setObject(next, utc(medium.receivedAt().minus(1, ChronoUnit.DAYS)));
            statement.executeUpdate();
        }
    }

    /** The medium of this terminal number and content, when it is here already. */
    Optional<UUID> findStored(Medium medium, String sha256) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return findStored(connection, medium, sha256);
        }
    }

    /** Adds the medium, or completes the announced one, and answers its id. */
    UUID add(Medium medium, StoredObject object) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<UUID> announced = complete(connection, medium, object);
            Optional<UUID> added = announced.isPresent() ? announced : insert(connection, medium, object);
            return added.isPresent()
                    ? added.get()
                    : findStored(connection, medium, object.sha256()).orElseThrow();
        }
    }

    /** Bytes of the vehicle that were taken in since then. */
    long storedSince(UUID vehicleId, Instant since) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select coalesce(sum(size_bytes), 0) from media where vehicle_id = ? and received_at >= ?""")) {
            statement.setObject(1, vehicleId);
            statement.setObject(2, utc(since));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Optional<UUID> findStored(Connection connection, Medium medium, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id from media
                where vehicle_id = ? and terminal_media_id = ? and sha256 = ? and object_key is not null""")) {
            statement.setObject(1, medium.vehicleId());
            statement.setLong(2, medium.terminalMediaId());
            statement.setString(3, sha256);
            return findId(statement);
        }
    }

    private static Optional<UUID> complete(Connection connection, Medium medium, StoredObject object)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update media
                set kind = ?, claimed_type = ?, trigger = ?, channel = ?,
                    taken_at = ?, reported_at = ?, latitude = ?, longitude = ?, located = ?, received_at = ?,
                    content_type = ?, size_bytes = ?, sha256 = ?, object_key = ?
                where vehicle_id = ? and terminal_media_id = ? and object_key is null
                returning id""")) {
            int next = MediaColumns.describe(statement, describeKind(statement, 1, medium), object);
            statement.setObject(next++, medium.vehicleId());
            statement.setLong(next, medium.terminalMediaId());
            return findId(statement);
        }
    }

    private Optional<UUID> insert(Connection connection, Medium medium, StoredObject object) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into media (id, vehicle_id, phone, terminal_media_id, kind, claimed_type, trigger, channel,
                                   taken_at, reported_at, latitude, longitude, located, received_at,
                                   content_type, size_bytes, sha256, object_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                returning id""")) {
            MediaColumns.describe(statement, describe(statement, medium), object);
            return findId(statement);
        }
    }

    private int describe(PreparedStatement statement, Medium medium) throws SQLException {
        statement.setObject(1, ids.get());
        statement.setObject(2, medium.vehicleId());
        statement.setString(3, medium.phone());
        statement.setLong(4, medium.terminalMediaId());
        return describeKind(statement, 5, medium);
    }

    private static int describeKind(PreparedStatement statement, int from, Medium medium) throws SQLException {
        int next = from;
        statement.setString(next++, medium.kind().name());
        statement.setString(next++, medium.claimedType());
        statement.setInt(next++, medium.trigger());
        statement.setInt(next++, medium.channel());
        statement.setObject(next++, utc(medium.takenAt()));
        next = MediaColumns.place(statement, next, medium.position());
        statement.setObject(next++, utc(medium.receivedAt()));
        return next;
    }

    private static Optional<UUID> findId(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }
}
