package org.motorpool.dispatch.bench.compliance;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.bench.platform.Copy;
import org.motorpool.dispatch.bench.platform.Surroundings;

/** Fills an empty database with a national register: units, vehicles, quotas, indicators, disposals, and their use. */
final class Register {

    private static final int FULL = 850_000;
    private static final String[] COUNTED = {"vehicle", "unit", "quota", "indicator", "expense", "vehicle_order", "trip"
    };

    private final Tree tree;
    private final List<Place> places;
    private final int vehicles;
    private final LocalDate today;
    private final PrintStream progress;

    Register(int vehicles, LocalDate today, PrintStream progress) {
        this.tree = new Tree((double) vehicles / FULL);
        this.places = tree.places();
        this.vehicles = vehicles;
        this.today = today;
        this.progress = progress;
    }

    Tree tree() {
        return tree;
    }

    int vehicles() {
        return vehicles;
    }

    /** A vehicle with its place: they are spread evenly, those of one unit are neighbours. */
    Car car(int number) {
        return new Car(number, places.get((int) ((long) number * places.size() / vehicles)), today);
    }

    void fill(Surroundings surroundings) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(surroundings.databaseUrl(), "motorpool", surroundings.ownerPassword())) {
            execute(connection, "set synchronous_commit = off");
            regions(connection);
            units(connection);
            vehicles(connection);
            quotas(connection);
            indicators(connection);
            disposals(connection);
            new Use(this, vehicles, today).fill(connection, progress);
            progress.println("» 统计信息 / statistics of the tables");
            execute(connection, "vacuum analyze");
            for (String table : COUNTED) {
                say(connection, table);
            }
        }
    }

    private void regions(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "region", "code, name, level, parent_code")) {
            for (String[] region : tree.regions()) {
                copy.add((Object[]) region);
            }
        }
    }

    private void units(Connection connection) throws SQLException, IOException {
        progress.println("» 单位 / units: " + places.size());
        try (Copy copy = new Copy(
                connection, "unit", "id, code, name, level, region_code, parent_id, path, unit_type, staff_count")) {
            for (Place place : places) {
                Place above = place.parent();
                copy.add(
                        place.id(),
                        place.code(),
                        "单位" + place.code(),
                        place.level(),
                        place.regionCode(),
                        above == null ? null : above.id(),
                        place.path(),
                        place.number() % 5 == 0 ? "INSTITUTION" : "GOVERNMENT",
                        20 + place.number() % 180);
            }
        }
    }

    private void vehicles(Connection connection) throws SQLException, IOException {
        progress.println("» 车辆 / vehicles: " + vehicles);
        try (Copy copy = new Copy(connection, "vehicle", """
                id, plate, plate_colour, vin, unit_id, unit_path, region_code, category, body_type, energy_type, brand, model, seats,
                price_fen, purchase_tax_fen, displacement_l, home_name, home_latitude, home_longitude, state, registered_on,
                acquisition_kind, disposed_on, use_class, confidential, quota_status, fuel""")) {
            for (int number = 0; number < vehicles; number++) {
                add(copy, car(number));
            }
        }
    }

    private void add(Copy copy, Car car) throws SQLException {
        LocalDate disposed = disposedOn(car);
        copy.add(
                car.id(),
                car.plate(),
                car.isNewEnergy() ? "GREEN" : "BLUE",
                car.vin(),
                car.place().id(),
                car.place().path(),
                car.place().regionCode(),
                car.category(),
                "SEDAN",
                car.energyType(),
                car.brand(),
                car.model(),
                5,
                car.price_fen(),
                car.isNewEnergy() ? 0 : car.price_fen() / 10,
                car.displacement_l(),
                "车库",
                31.5,
                120.3,
                disposed == null ? "IDLE" : "OUT_OF_SERVICE",
                car.registeredOn(),
                car.kind(),
                disposed,
                car.category().equals("JYTX") ? "CONFIDENTIAL_COMMUNICATION" : "GENERAL",
                car.isConfidential(),
                car.random(20) % 100 == 0 ? "OFF_QUOTA" : "ON_QUOTA",
                car.energyType().equals("BEV") ? null : "GASOLINE_92");
    }

    /** Three in a hundred of those of earlier years left this year. */
    private @Nullable LocalDate disposedOn(Car car) {
        boolean left = !car.isAddition() && car.random(21) % 33 == 0;
        return left ? LocalDate.of(today.getYear(), 1, 1).plusDays(car.random(22) % (today.getDayOfYear() - 1)) : null;
    }

    /** As many places as vehicles, one more in ten units, one less in a hundred. */
    private void quotas(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "quota", """
                id, unit_id, unit_path, category, number, document_number, approved_by, approval_mode, effective_from""")) {
            Map<String, Integer> counts = new TreeMap<>();
            Place place = car(0).place();
            for (int number = 0; number < vehicles; number++) {
                Car car = car(number);
                if (car.place() != place) {
                    quotasOf(copy, place, counts);
                    place = car.place();
                    counts.clear();
                }
                counts.merge(car.category(), disposedOn(car) == null ? 1 : 0, Integer::sum);
            }
            quotasOf(copy, place, counts);
        }
    }

    private static void quotasOf(Copy copy, Place place, Map<String, Integer> counts) throws SQLException {
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            int more = (place.number() + count.getKey().hashCode()) % 10 == 0 ? 1 : place.number() % 100 == 7 ? -1 : 0;
            copy.add(
                    Identities.of(Identities.QUOTA, copy.rows()),
                    place.id(),
                    place.path(),
                    count.getKey(),
                    Math.max(0, count.getValue() + more),
                    "编〔2024〕" + place.code(),
                    "机关事务管理局",
                    "APPROVED",
                    "2018-01-01");
        }
    }

    /** Open indicators of this year, one per forty vehicles. */
    private void indicators(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "indicator", """
                id, number, unit_id, unit_path, region_code, year, category, tier, kind, new_energy, use_class, price_max_fen,
                displacement_max_l, status, issued_by, issued_at, valid_until""")) {
            for (int number = 0; number < vehicles; number += 40) {
                Car car = car(number);
                copy.add(
                        Identities.of(Identities.INDICATOR, number),
                        "ZB-%s-%d-%07d".formatted(car.place().regionCode(), today.getYear(), number),
                        car.place().id(),
                        car.place().path(),
                        car.place().regionCode(),
                        today.getYear(),
                        car.category(),
                        "BASE",
                        "NEW",
                        number / 40 % 2 == 0,
                        "GENERAL",
                        18_000_000,
                        1.8,
                        "ISSUED",
                        "bench",
                        today + "T00:00:00Z",
                        LocalDate.of(today.getYear(), 12, 31));
            }
        }
    }

    private void disposals(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "disposal", """
                id, number, vehicle_id, unit_id, unit_path, method, reason, status, applied_by, applied_at, approved_by, approved_at,
                document_number, appraised_fen, executed_on, income_fen, treasury_receipt, income_posted_on, deregistered_on, deregistration_number, closed_at""")) {
            for (int number = 0; number < vehicles; number++) {
                Car car = car(number);
                LocalDate on = disposedOn(car);
                if (on != null) {
                    add(copy, car, on);
                }
            }
        }
    }

    private static void add(Copy copy, Car car, LocalDate on) throws SQLException {
        copy.add(
                Identities.of(Identities.DISPOSAL, car.number()),
                "CZ-%s-%07d".formatted(car.place().regionCode(), car.number()),
                car.id(),
                car.place().id(),
                car.place().path(),
                car.number() % 2 == 0 ? "AUCTION" : "SCRAPPING",
                "使用年限已满",
                "CLOSED",
                "bench",
                on.minusDays(1) + "T00:00:00Z",
                "approver",
                on.minusDays(1) + "T08:00:00Z",
                "处〔%d〕%d".formatted(on.getYear(), car.number()),
                1_000_000,
                on,
                900_000,
                "缴" + car.number(),
                on,
                on,
                "注" + car.number(),
                on + "T08:00:00Z");
    }

    private void say(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            progress.printf("  %-14s %,d%n", table, count.getLong(1));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
