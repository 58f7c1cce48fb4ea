package org.motorpool.dispatch.supervision;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Object mother: units of their own below Pudong, each with one electric car, and facts written as rows. */
@ApplicationScoped
class Depots {

    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    private final DataSource database;
    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Organisations organisations;
    private final Fleet fleet;

    /** A unit and its car. */
    record Depot(Unit unit, Fleet.Crew crew) {
        String vehicleId() {
            return crew.vehicle().id().toString();
        }

        String plate() {
            return crew.vehicle().plate();
        }
    }

    Depots(
            DataSource database,
            ScopedTransactions transactions,
            UnitService units,
            Organisations organisations,
            Fleet fleet) {
        this.database = database;
        this.transactions = transactions;
        this.units = units;
        this.organisations = organisations;
        this.fleet = fleet;
    }

    Depot depot() {
        Unit above = organisations.pudong();
        String code = "T310115" + SERIAL.incrementAndGet();
        Unit unit = new Unit(Ids.next(), code, "单位" + code, "COUNTY", "310115", above.id(), above.path() + code + "/");
        try {
            VertxContextSupport.subscribeAndAwait(() ->
                    transactions.inTransaction(Scope.SYSTEM, session -> units.add(session, List.of(), List.of(unit))));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
        return new Depot(unit, fleet.car(unit));
    }

    /** Fuel for a car that takes none, at the moment, with an invoice. */
    void fuel(Depot depot, String incurredAt, String invoice) {
        sql(
                """
                insert into expense (id, vehicle_id, unit_id, unit_path, no_order_reason, kind, incurred_at, amount_fen, quantity,
                                     quantity_unit, product, supplier, designated, invoice_number, source, recorded_by, recorded_at)
                values (cast(? as uuid), cast(? as uuid), cast(? as uuid), ?, '测试', 'FUEL', cast(? as timestamptz), 30000, 40, 'L',
                        '92号汽油', '测试加油站', true, ?, 'MANUAL', 'test', now())""",
                Ids.next().toString(),
                depot.vehicleId(),
                depot.unit().id().toString(),
                depot.unit().path(),
                incurredAt,
                invoice);
    }

    /** When and where the car was seen last. */
    void lastSeen(Depot depot, String reportedAt) {
        sql("""
                insert into latest_position values (cast(? as uuid), cast(? as timestamptz), 31.2, 121.5, 0, 0, false)
                on conflict (vehicle_id) do update set reported_at = excluded.reported_at""", depot.vehicleId(), reportedAt);
    }

    void terminal(Depot depot) {
        int serial = SERIAL.incrementAndGet();
        sql(
                """
                insert into terminal (phone, terminal_id, protocol_version, vehicle_id, unit_id, unit_path)
                values (?, ?, 2019, cast(? as uuid), cast(? as uuid), ?)""",
                "1777777%04d".formatted(serial),
                "SUP%04d".formatted(serial),
                depot.vehicleId(),
                depot.unit().id().toString(),
                depot.unit().path());
    }

    void sql(String statement, Object... parameters) {
        try (Connection connection = inScope("/");
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** First columns of what a query finds in the scope of a path. */
    List<String> find(String scope, String query, Object... parameters) {
        List<String> found = new ArrayList<>();
        try (Connection connection = inScope(scope);
                PreparedStatement prepared = prepare(connection, query, parameters);
                ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return found;
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }

    private Connection inScope(String path) throws SQLException {
        Connection connection = database.getConnection();
        try (PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, false)")) {
            set.setString(1, path);
            set.execute();
        }
        return connection;
    }
}
