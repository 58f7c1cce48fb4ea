package org.motorpool.telematics.bench.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The platform's database, as its owner: makes terminals and vehicles, reads what was stored. */
final class Database implements AutoCloseable {
    private static final int FETCHED_ROWS = 20_000;
    private static final String UNIT = "01990000-0000-7000-8000-00000000b00c";

    private final Connection connection;

    Database(String url, String password) throws SQLException {
        connection = DriverManager.getConnection(url, "motorpool", password);
    }

    /** Terminals as after a registration: each may authenticate at once. */
    void addTerminals(Roster roster) throws SQLException {
        copy(
                """
                copy telemetry.terminal
                    (phone, vehicle_id, plate, bound_at, auth_code_hash, auth_expires_at, registered_at, terminal_id)
                from stdin""",
                roster,
                terminal -> "%d\t%s\t%s\t2026-01-01T00:00:00Z\t%s\t2126-01-01T00:00:00Z\t2026-01-01T00:00:00Z\tB%06d\n"
                        .formatted(
                                roster.phone(terminal),
                                roster.vehicleId(terminal),
                                roster.plate(terminal),
                                hash(roster.code(terminal)),
                                terminal));
        execute("analyze telemetry.terminal");
    }

    /** The vehicles in the registry of dispatch, so that each has a place on the live map. */
    void addVehicles(Roster roster) throws SQLException {
        execute("""
                insert into dispatch.region values ('320000', '江苏省', 'PROVINCE', null) on conflict do nothing;
                insert into dispatch.unit (id, code, name, level, region_code, path)
                values ('%s', 'BENCH', '基准测试', 'PROVINCE', '320000', '/BENCH/') on conflict do nothing""".formatted(UNIT));
        copy("""
                copy dispatch.vehicle
                    (id, plate, plate_colour, vin, unit_id, unit_path, region_code, category, body_type, energy_type, brand, model, seats,
                    price_fen, displacement_l, home_name, home_latitude, home_longitude, state, registered_on, acquisition_kind)
                from stdin""", roster, terminal ->
                """
                        %s	%s	BLUE	LBENCH%011d	%s	/BENCH/	320000	QT	SEDAN	ICE	红旗	H5	5	15000000	1.8	车库	31.5	120.3	IDLE	2026-01-01	NEW
                        """.formatted(roster.vehicleId(terminal), roster.plate(terminal), terminal, UNIT));
        execute("analyze dispatch.vehicle");
    }

    private interface Row {
        String of(int terminal);
    }

    private void copy(String sql, Roster roster, Row row) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        for (int terminal = 0; terminal < roster.terminals(); terminal++) {
            byte[] bytes = row.of(terminal).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the migrations of both schemas have run. */
    boolean migrated() throws SQLException {
        return number("select count(*) from pg_tables where (schemaname, tablename) = ('telemetry', 'terminal')") == 1;
    }

    long positions() throws SQLException {
        return number("select count(*) from telemetry.position");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Every row of the table of positions. */
    void audit(Audit audit) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_ROWS);
            ResultSet row = statement.executeQuery("""
                    select vehicle_id, extract(epoch from reported_at)::bigint, latitude, longitude
                    from telemetry.position""");
            while (row.next()) {
                audit.row(row.getObject(1, UUID.class), row.getLong(2), row.getDouble(3), row.getDouble(4));
            }
        }
        connection.setAutoCommit(true);
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
