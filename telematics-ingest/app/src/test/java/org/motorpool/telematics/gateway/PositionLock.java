package org.motorpool.telematics.gateway;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** Holds the table of positions locked, as its owner: no transaction that writes it can commit until this is closed. */
public final class PositionLock implements AutoCloseable {

    private final Connection connection;

    public PositionLock() throws SQLException {
        connection = connectAsOwner();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table telemetry.position in access exclusive mode");
        }
    }

    public static Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                config("quarkus.datasource.telemetry.jdbc.url"),
                config("quarkus.flyway.telemetry.username"),
                config("quarkus.flyway.telemetry.password"));
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    /** Whether somebody waits for the lock. */
    public boolean awaited() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select from pg_locks
                                       where relation = 'telemetry.position'::regclass and not granted)""")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
