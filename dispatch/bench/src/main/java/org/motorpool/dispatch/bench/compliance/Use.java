package org.motorpool.dispatch.bench.compliance;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.motorpool.dispatch.bench.platform.Copy;

/** How the vehicles of a register were used this year: expenses, orders with their requests and trips, drivers, terminals, findings. */
final class Use {

    /** Expenses per hundred vehicles; with 850,000 vehicles there are over a million that may be shown. */
    private static final int EXPENSES_PERCENT = 119;

    private static final int VEHICLES_PER_DRIVER = 3;
    private static final int VEHICLES_PER_ORDER = 3;
    private static final int VEHICLES_PER_FINDING = 50;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String[] KINDS = {
        "FUEL", "CHARGING", "MAINTENANCE", "FUEL", "INSURANCE", "TOLL", "FUEL", "PARKING"
    };

    private final Register register;
    private final int vehicles;
    private final LocalDate today;

    Use(Register register, int vehicles, LocalDate today) {
        this.register = register;
        this.vehicles = vehicles;
        this.today = today;
    }

    void fill(Connection connection, PrintStream progress) throws SQLException, IOException {
        progress.println("» 费用 / expenses");
        expenses(connection);
        progress.println("» 驾驶员、用车申请、派车单、行程 / drivers, requests, orders, trips");
        drivers(connection);
        requests(connection);
        orders(connection);
        trips(connection);
        progress.println("» 终端、线索 / terminals, findings");
        terminals(connection);
        findings(connection);
    }

    /** A moment of this year at an hour in China. */
    private String moment(Car car, int purpose, int hour) {
        LocalDate day = LocalDate.of(today.getYear(), 1, 1).plusDays(car.random(purpose) % (today.getDayOfYear() - 1));
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, 0))
                .atZone(CHINA)
                .toInstant()
                .toString();
    }

    private void expenses(Connection connection) throws SQLException, IOException {
        long count = (long) vehicles * EXPENSES_PERCENT / 100;
        try (Copy copy = new Copy(connection, "expense", """
                id, vehicle_id, unit_id, unit_path, no_order_reason, kind, incurred_at, amount_fen, quantity, quantity_unit, supplier,
                designated, source, recorded_by, recorded_at""")) {
            for (long number = 0; number < count; number++) {
                add(copy, number, register.car((int) (number * vehicles / count)));
            }
        }
    }

    private void add(Copy copy, long number, Car car) throws SQLException {
        String kind = KINDS[(int) (number % KINDS.length)];
        boolean fuel = kind.equals("FUEL");
        boolean charging = kind.equals("CHARGING");
        String at = moment(car, 30 + (int) (number % 7), 10);
        copy.add(
                Identities.of(Identities.EXPENSE, number),
                car.id(),
                car.place().id(),
                car.place().path(),
                "月度汇总",
                kind,
                at,
                5_000 + car.random(31) % 60_000,
                fuel || charging ? 30 + car.random(32) % 20 : null,
                fuel ? "L" : charging ? "kWh" : null,
                "定点供应商" + car.place().regionCode(),
                car.random(33) % 10 != 0,
                "AUTOMATIC",
                "bench",
                at);
    }

    private void drivers(Connection connection) throws SQLException, IOException {
        try (Copy copy =
                new Copy(connection, "driver", "id, name, phone, licence_class, unit_id, unit_path, vehicle_id")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_DRIVER) {
                Car car = register.car(number);
                copy.add(
                        Identities.of(Identities.DRIVER, number),
                        "驾驶员" + number,
                        "100%08d".formatted(number),
                        number % 4 == 0 ? "B1" : "C1",
                        car.place().id(),
                        car.place().path(),
                        car.id());
            }
        }
    }

    private void requests(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "use_request", """
                id, number, status, unit_id, unit_path, unit_code, unit_name, region_code, requester_id, requester_name, purpose,
                category, passengers, pickup_name, pickup_latitude, pickup_longitude, dropoff_name, dropoff_latitude,
                dropoff_longitude, depart_at, return_at, submitted_at, decided_by, decided_at, sharing, vehicle_unit_id,
                vehicle_unit_path, order_id, order_number, order_status""")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_ORDER) {
                request(copy, number, register.car(number));
            }
        }
    }

    private void request(Copy copy, int number, Car car) throws SQLException {
        Place unit = car.place();
        copy.add(
                Identities.of(Identities.REQUEST, number),
                "YC-%s-%d0101-%07d".formatted(unit.regionCode(), today.getYear(), number),
                "CLOSED",
                unit.id(),
                unit.path(),
                unit.code(),
                "单位" + unit.code(),
                unit.regionCode(),
                unit.id(),
                "申请人",
                "公务出行",
                car.category(),
                2,
                "单位",
                31.5,
                120.3,
                "目的地",
                31.6,
                120.4,
                moment(car, 40, 9),
                moment(car, 40, 16),
                moment(car, 40, 7),
                "bench",
                moment(car, 40, 8),
                "OWN_UNIT",
                unit.id(),
                unit.path(),
                Identities.of(Identities.ORDER, number),
                orderNumber(number, car),
                "CLOSED");
    }

    private String orderNumber(int number, Car car) {
        return "PC-%s-%d0101-%07d".formatted(car.place().regionCode(), today.getYear(), number);
    }

    private void orders(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "vehicle_order", """
                id, number, status, request_id, request_number, request_unit_id, request_unit_path, request_unit_name, purpose,
                passengers, pickup_name, pickup_latitude, pickup_longitude, dropoff_name, dropoff_latitude, dropoff_longitude,
                starts_at, ends_at, sharing, vehicle_id, plate, energy_type, vehicle_unit_id, vehicle_unit_path, vehicle_unit_name,
                driver_id, driver_name, issued_by, issued_at""")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_ORDER) {
                order(copy, number, register.car(number));
            }
        }
    }

    private void order(Copy copy, int number, Car car) throws SQLException {
        Place unit = car.place();
        copy.add(
                Identities.of(Identities.ORDER, number),
                orderNumber(number, car),
                "CLOSED",
                Identities.of(Identities.REQUEST, number),
                "YC-%s-%d0101-%07d".formatted(unit.regionCode(), today.getYear(), number),
                unit.id(),
                unit.path(),
                "单位" + unit.code(),
                "公务出行",
                2,
                "单位",
                31.5,
                120.3,
                "目的地",
                31.6,
                120.4,
                moment(car, 40, 9),
                moment(car, 40, 16),
                "OWN_UNIT",
                car.id(),
                car.plate(),
                car.energyType(),
                unit.id(),
                unit.path(),
                "单位" + unit.code(),
                Identities.of(Identities.DRIVER, number),
                "驾驶员" + number,
                "bench",
                moment(car, 40, 8));
    }

    private void trips(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "trip", """
                id, order_id, order_number, request_id, unit_id, unit_path, vehicle_id, vehicle_unit_id, vehicle_unit_path, plate,
                driver_name, status, departed_at, arrived_at, returned_at, odometer_start_km, odometer_end_km, measured_m""")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_ORDER) {
                Car car = register.car(number);
                Place unit = car.place();
                copy.add(
                        Identities.of(Identities.TRIP, number),
                        Identities.of(Identities.ORDER, number),
                        orderNumber(number, car),
                        Identities.of(Identities.REQUEST, number),
                        unit.id(),
                        unit.path(),
                        car.id(),
                        unit.id(),
                        unit.path(),
                        car.plate(),
                        "驾驶员" + number,
                        "CLOSED",
                        moment(car, 40, 9),
                        moment(car, 40, 11),
                        moment(car, 40, 15),
                        10_000,
                        10_100,
                        20_000 + car.random(41) % 180_000);
            }
        }
    }

    private void terminals(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(
                connection, "terminal", "phone, terminal_id, protocol_version, vehicle_id, unit_id, unit_path")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_ORDER) {
                Car car = register.car(number);
                copy.add(
                        "1%010d".formatted(number),
                        "B%06d".formatted(number),
                        2019,
                        car.id(),
                        car.place().id(),
                        car.place().path());
            }
        }
    }

    private void findings(Connection connection) throws SQLException, IOException {
        try (Copy copy = new Copy(connection, "finding", """
                id, detector, episode, vehicle_id, unit_id, unit_path, severity, status, occurred_from, occurred_to, message,
                message_en, clause, evidence, raised_at, due_on""")) {
            for (int number = 0; number < vehicles; number += VEHICLES_PER_FINDING) {
                Car car = register.car(number);
                String at = moment(car, 50, 12);
                copy.add(
                        Identities.of(Identities.FINDING, number),
                        number % 100 == 0 ? "V34" : "V33",
                        "bench-" + number,
                        car.id(),
                        car.place().id(),
                        car.place().path(),
                        number % 100 == 0 ? "INFO" : "YELLOW",
                        "RAISED",
                        at,
                        at,
                        "线索",
                        "lead",
                        "应装尽装",
                        "{}",
                        at,
                        LocalDate.of(today.getYear(), 12, 31));
            }
        }
    }
}
