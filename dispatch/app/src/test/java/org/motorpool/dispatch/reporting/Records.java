package org.motorpool.dispatch.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.motorpool.dispatch.Ids;

/** Object mother: records a report counts, put straight into the database. */
@ApplicationScoped
public class Records {

    private final DataSource database;

    Records(DataSource database) {
        this.database = database;
    }

    /** A vehicle of a unit, registered in 2023, with this plate and these further columns. */
    UUID vehicle(String unitCode, String plate, String changes) {
        UUID id = Ids.next();
        run("""
                insert into vehicle (id, plate, plate_colour, vin, unit_id, unit_path, region_code, category, body_type, energy_type,
                    brand, model, seats, price_fen, displacement_l, home_name, home_latitude, home_longitude, state,
                    registered_on, acquisition_kind)
                select ?::uuid, ?, 'BLUE', 'LREP' || upper(substr(md5(?), 1, 13)), u.id, u.path, u.region_code, 'QT', 'SEDAN', 'ICE',
                    '红旗', 'H5', 5, 15000000, 1.5, '院内', 31, 118, 'OUT_OF_SERVICE', date '2023-05-04', 'NEW'
                from unit u where u.code = ?""", id, plate, plate, unitCode);
        if (!changes.isEmpty()) {
            run("update vehicle set " + changes + " where id = ?::uuid", id);
        }
        return id;
    }

    /** An expense of the vehicle, paid by its unit at noon. */
    UUID expense(UUID vehicleId, String kind, String day, long amount_fen) {
        UUID id = Ids.next();
        run("""
                insert into expense (id, vehicle_id, unit_id, unit_path, no_order_reason, kind, incurred_at, amount_fen, supplier,
                    designated, source, recorded_by, recorded_at)
                select ?::uuid, v.id, v.unit_id, v.unit_path, '整车', ?, (? || 'T12:00:00+08:00')::timestamptz, ?::bigint, '=恶意供应商',
                    true, 'MANUAL', 'test', now()
                from vehicle v where v.id = ?::uuid""", id, kind, day, amount_fen, vehicleId);
        return id;
    }

    void run(String sql, Object... values) {
        try (Connection connection = inScope("/");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    long count(String scope, String sql, Object... values) throws SQLException {
        try (Connection connection = inScope(scope);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection inScope(String scope) throws SQLException {
        Connection connection = database.getConnection();
        try (PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, false)")) {
            set.setString(1, scope);
            set.execute();
        }
        return connection;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setString(n + 1, values[n].toString());
        }
    }
}
