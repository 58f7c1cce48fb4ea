package org.motorpool.dispatch.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of one table by COPY, in its text format. */
public final class Copy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER * 2);
    private long rows;

    public Copy(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, columns));
    }

    /** A row; null is null. Values hold no tab, line break or backslash. */
    public void add(@Nullable Object... values) throws SQLException {
        StringJoiner row = new StringJoiner("\t", "", "\n");
        for (Object value : values) {
            row.add(value == null ? "\\N" : value.toString());
        }
        buffer.append(row);
        rows++;
        if (buffer.length() > BUFFER) {
            flush();
        }
    }

    public long rows() {
        return rows;
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException, IOException {
        if (copy.isActive()) {
            flush();
            copy.endCopy();
        }
    }
}
