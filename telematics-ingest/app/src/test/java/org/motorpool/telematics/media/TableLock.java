package org.motorpool.telematics.media;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.motorpool.telematics.gateway.PositionLock;

/** Holds one table locked against writers, as its owner, until it is closed. */
public final class TableLock implements AutoCloseable {

    private final Connection connection;
    private final String table;

    public TableLock(String table) throws SQLException {
        this.table = table;
        connection = PositionLock.connectAsOwner();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table telemetry." + table + " in exclusive mode");
        }
    }

    /** Until somebody waits for the lock. */
    public void awaitWaiter() {
        await().atMost(Duration.ofSeconds(20)).until(this::awaited);
    }

    private boolean awaited() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select exists (select from pg_locks where relation = ?::regclass and not granted)""")) {
            statement.setString(1, "telemetry." + table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
