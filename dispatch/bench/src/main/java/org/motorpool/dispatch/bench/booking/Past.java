package org.motorpool.dispatch.bench.booking;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;
import org.motorpool.dispatch.bench.platform.Copy;

/** Fills an empty database: units, vehicles, drivers, and orders that were driven long ago, with their requests and trips. */
final class Past {

    private static final Duration EACH = Duration.ofHours(2);
    private static final Duration APART = Duration.ofHours(3);

    /** Who waits in the regions of the fleet gives up after a minute, so that it happens while people walk. */
    private static final String SHORT_WAITS = """
            insert into order_rule (jurisdiction, key, minutes, clause, effective_from)
            select code, 'NO_SHOW_AFTER', 1, 'walk', date '2026-01-01' from region r
            where code ~ '^(31|33|50|51)99[0-9]{2}$'
              and not exists (select from order_rule o where o.jurisdiction = r.code and o.key = 'NO_SHOW_AFTER')
            """;

    private final Fleet fleet;
    private final int orders;
    private final Instant last = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));

    Past(Fleet fleet, int orders) {
        this.fleet = fleet;
        this.orders = orders;
    }

    void fill(Connection connection, PrintStream progress) throws SQLException, IOException {
        execute(connection, "set synchronous_commit = off");
        regions(connection);
        units(connection);
        vehicles(connection);
        drivers(connection);
        if (orders > 0) {
            progress.println("» 历史派车单 / past orders: " + orders);
            requests(connection);
            withoutExclusions(connection, () -> orders(connection));
            trips(connection);
            execute(connection, "vacuum analyze");
        }
    }

    /** Some writing to the database. */
    private interface Work {
        void run() throws SQLException, IOException;
    }

    /** Row by row the exclusion constraints would take minutes: they are made anew afterwards, and check every row then. */
    private static void withoutExclusions(Connection connection, Work work) throws SQLException, IOException {
        Map<String, String> constraints = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select conname, pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = 'vehicle_order'::regclass and contype = 'x'
                        """)) {
            while (rows.next()) {
                constraints.put(rows.getString(1), rows.getString(2));
            }
        }
        for (String name : constraints.keySet()) {
            execute(connection, "alter table vehicle_order drop constraint " + name);
        }
        work.run();
        for (Map.Entry<String, String> constraint : constraints.entrySet()) {
            execute(
                    connection,
                    "alter table vehicle_order add constraint %s %s"
                            .formatted(constraint.getKey(), constraint.getValue()));
        }
    }

    private static void regions(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (int unit = 0; unit < Fleet.UNITS; unit++) {
                statement.addBatch("""
                        insert into region (code, name, level, parent_code) values ('%1$s', '地区%1$s', 'COUNTY', null)
                        on conflict do nothing""".formatted(Fleet.code(unit)));
            }
            statement.executeBatch();
        }
        execute(connection, SHORT_WAITS);
    }

    private void units(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "unit", "id, code, name, level, region_code, path")) {
            for (int unit = 0; unit < Fleet.UNITS; unit++) {
                String code = Fleet.code(unit);
                copy.add(Fleet.id(Kind.UNIT, unit), code, "单位" + code, "COUNTY", code, fleet.path(unit));
            }
        }
    }

    private void vehicles(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "vehicle", """
                id, plate, plate_colour, vin, unit_id, unit_path, region_code, category, body_type, energy_type, brand, model, seats,
                price_fen, displacement_l, home_name, home_latitude, home_longitude, state, registered_on, acquisition_kind""")) {
            for (int number = 0; number < Fleet.ALL_VEHICLES; number++) {
                Fleet.Unit unit = fleet.unitOf(number);
                copy.add(
                        Fleet.id(Kind.VEHICLE, number),
                        Fleet.plate(number),
                        "BLUE",
                        "LBENCH%011d".formatted(number),
                        unit.id(),
                        unit.path(),
                        unit.code(),
                        "QT",
                        "SEDAN",
                        "ICE",
                        "红旗",
                        "H5",
                        number < Fleet.VEHICLES ? 5 : Fleet.WALK_SEATS,
                        12_000_000,
                        1.6,
                        "车库",
                        31.2,
                        121.5,
                        "IDLE",
                        "2020-01-01",
                        "NEW");
            }
        }
    }

    private void drivers(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(
                connection, "driver", "id, name, phone, licence_class, unit_id, unit_path, username, vehicle_id")) {
            for (int number = 0; number < Fleet.ALL_VEHICLES; number++) {
                Fleet.Unit unit = fleet.unitOf(number);
                copy.add(
                        Fleet.id(Kind.DRIVER, number),
                        "驾驶员" + number,
                        "139%08d".formatted(number),
                        "C1",
                        unit.id(),
                        unit.path(),
                        Fleet.username(number),
                        Fleet.id(Kind.VEHICLE, number));
            }
        }
    }

    /** One past order of a vehicle after the other, back from yesterday. */
    private Instant begin(int number) {
        return last.minus(APART.multipliedBy(1 + number / Fleet.VEHICLES));
    }

    private static String serial(String kind, Fleet.Unit unit, int number) {
        return "%s-%s-20250101-%07d".formatted(kind, unit.code(), number);
    }

    private void requests(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "use_request", """
                id, number, status, unit_id, unit_path, unit_code, unit_name, region_code, requester_id, requester_name, purpose,
                category, passengers, pickup_name, pickup_latitude, pickup_longitude, dropoff_name, dropoff_latitude,
                dropoff_longitude, depart_at, return_at, submitted_at, decided_by, decided_at, sharing, vehicle_unit_id,
                vehicle_unit_path, order_id, order_number, order_status""")) {
            for (int number = 0; number < orders; number++) {
                request(copy, number, fleet.unitOf(number % Fleet.VEHICLES));
            }
        }
    }

    private void request(Copy copy, int number, Fleet.Unit unit) throws SQLException {
        Instant begin = begin(number);
        copy.add(
                Fleet.id(Kind.REQUEST, number),
                serial("YC", unit, number),
                "CLOSED",
                unit.id(),
                unit.path(),
                unit.code(),
                "单位" + unit.code(),
                unit.code(),
                unit.id(),
                "申请人",
                "公务出行",
                "QT",
                2,
                "单位",
                31.2,
                121.5,
                "目的地",
                31.3,
                121.6,
                begin,
                begin.plus(EACH),
                begin.minus(EACH),
                "approver",
                begin.minus(EACH),
                "OWN_UNIT",
                unit.id(),
                unit.path(),
                Fleet.id(Kind.ORDER, number),
                serial("PC", unit, number),
                "CLOSED");
    }

    private void orders(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "vehicle_order", """
                id, number, status, request_id, request_number, request_unit_id, request_unit_path, request_unit_name, purpose,
                passengers, pickup_name, pickup_latitude, pickup_longitude, dropoff_name, dropoff_latitude, dropoff_longitude,
                starts_at, ends_at, sharing, vehicle_id, plate, energy_type, vehicle_unit_id, vehicle_unit_path, vehicle_unit_name,
                driver_id, driver_name, issued_by, issued_at""")) {
            for (int number = 0; number < orders; number++) {
                order(copy, number, fleet.unitOf(number % Fleet.VEHICLES));
            }
        }
    }

    private void order(Copy copy, int number, Fleet.Unit unit) throws SQLException {
        int vehicle = number % Fleet.VEHICLES;
        Instant begin = begin(number);
        copy.add(
                Fleet.id(Kind.ORDER, number),
                serial("PC", unit, number),
                "CLOSED",
                Fleet.id(Kind.REQUEST, number),
                serial("YC", unit, number),
                unit.id(),
                unit.path(),
                "单位" + unit.code(),
                "公务出行",
                2,
                "单位",
                31.2,
                121.5,
                "目的地",
                31.3,
                121.6,
                begin,
                begin.plus(EACH),
                "OWN_UNIT",
                Fleet.id(Kind.VEHICLE, vehicle),
                Fleet.plate(vehicle),
                "ICE",
                unit.id(),
                unit.path(),
                "单位" + unit.code(),
                Fleet.id(Kind.DRIVER, vehicle),
                "驾驶员" + vehicle,
                "dispatcher",
                begin.minus(EACH));
    }

    private void trips(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "trip", """
                id, order_id, order_number, request_id, unit_id, unit_path, vehicle_id, vehicle_unit_id, vehicle_unit_path, plate,
                driver_name, status, departed_at, arrived_at, returned_at, odometer_start_km, odometer_end_km, measured_m""")) {
            for (int number = 0; number < orders; number++) {
                trip(copy, number, fleet.unitOf(number % Fleet.VEHICLES));
            }
        }
    }

    private void trip(Copy copy, int number, Fleet.Unit unit) throws SQLException {
        int vehicle = number % Fleet.VEHICLES;
        long odometer_km = 1000 + 30L * (orders - number) / Fleet.VEHICLES;
        Instant begin = begin(number);
        copy.add(
                Fleet.id(Kind.TRIP, number),
                Fleet.id(Kind.ORDER, number),
                serial("PC", unit, number),
                Fleet.id(Kind.REQUEST, number),
                unit.id(),
                unit.path(),
                Fleet.id(Kind.VEHICLE, vehicle),
                unit.id(),
                unit.path(),
                Fleet.plate(vehicle),
                "驾驶员" + vehicle,
                "CLOSED",
                begin,
                begin.plus(EACH.dividedBy(2)),
                begin.plus(EACH),
                odometer_km,
                odometer_km + 30,
                30_000);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
