package org.motorpool.telematics.recorder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Stops the start with advice, before the first migration, when the database has no PostGIS. */
public final class PostgisCheck implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_CONNECT || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        findProblem(context.getConnection()).ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
    }

    @Override
    public String getCallbackName() {
        return "PostgisCheck";
    }

    /** What keeps the database behind the connection from holding positions, with advice; empty when all is well. */
    static Optional<String> findProblem(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select current_database(),
                               current_setting('server_version_num')::int / 10000,
                               exists (select from pg_extension where extname = 'postgis')""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(3) ? Optional.empty() : Optional.of(advice(row.getString(1), row.getInt(2)));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database for its extensions", e);
        }
    }

    private static String advice(String database, int major) {
        return """
                数据库 %1$s 未安装 PostGIS 扩展。请安装软件包 postgresql-%2$d-postgis-3，再以超级用户在该库执行 create extension postgis，然后重启。
                PostGIS is not installed in database %1$s. Install the package postgresql-%2$d-postgis-3, run "create extension postgis" in that database as a superuser, and start again.""".formatted(database, major);
    }
}
