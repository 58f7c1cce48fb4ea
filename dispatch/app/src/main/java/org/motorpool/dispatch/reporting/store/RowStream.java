package org.motorpool.dispatch.reporting.store;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.reporting.RowQuery;

/**
 * All rows of a figure, one after the other through a cursor, so that a million of them need the memory of a few. Blocks: for worker
 * threads only.
 */
@Singleton
public class RowStream {

    private static final int FETCHED = 2000;
    private static final Pattern NUMBERED = Pattern.compile("\\?([0-9])");

    /** Takes one row, the columns of {@link RowSql}. */
    public interface Sink {
        void accept(ResultSet row) throws SQLException, IOException;
    }

    private final DataSource database;

    RowStream(DataSource database) {
        this.database = database;
    }

    /** Hands every row to the sink, in the caller's scope, in one read-only transaction. */
    public void forEach(Scope scope, RowQuery query, Sink sink) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.setReadOnly(true);
                enter(connection, scope);
                read(connection, query, sink);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("rows of %s cannot be read".formatted(query), failed);
        }
    }

    private static void enter(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, true)")) {
            set.setString(1, scope.unitPath());
            set.execute();
        }
    }

    private static void read(Connection connection, RowQuery query, Sink sink) throws SQLException, IOException {
        Subtree subtree = new Subtree(query.unitPath());
        List<Object> parameters = List.of(
                query.period().from(),
                query.period().to(),
                subtree.path(),
                subtree.end(),
                query.split().key());
        try (PreparedStatement select = prepare(connection, RowSql.all(query), parameters)) {
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows);
                }
            }
        }
    }

    /** JDBC counts its parameters by place: the numbered ones are set wherever they stand. */
    private static PreparedStatement prepare(Connection connection, String sql, List<Object> parameters)
            throws SQLException {
        List<Object> placed = new ArrayList<>();
        Matcher numbers = NUMBERED.matcher(sql);
        while (numbers.find()) {
            placed.add(parameters.get(Integer.parseInt(numbers.group(1)) - 1));
        }
        PreparedStatement prepared = connection.prepareStatement(numbers.replaceAll("?"));
        for (int n = 0; n < placed.size(); n++) {
            prepared.setObject(n + 1, placed.get(n));
        }
        return prepared;
    }
}
