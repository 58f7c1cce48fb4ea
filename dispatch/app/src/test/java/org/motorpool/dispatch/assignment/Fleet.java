package org.motorpool.dispatch.assignment;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.organisation.store.Units;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.sharing.Shared;

/** Object mother: vehicles with their drivers, put on file through the services; and a unit in another province. */
@ApplicationScoped
public class Fleet {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** A vehicle and the driver who is on duty with it. */
    public record Crew(VehicleFile vehicle, DriverFile driver) {}

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final UnitService service;
    private final Units units;
    private final Organisations organisations;

    Fleet(
            ScopedTransactions transactions,
            VehicleService vehicles,
            DriverService drivers,
            UnitService service,
            Units units,
            Organisations organisations) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.service = service;
        this.units = units;
        this.organisations = organisations;
    }

    /** An electric car for four passengers. */
    public Crew car(Unit unit) {
        int serial = SERIAL.incrementAndGet();
        VehicleFile vehicle = vehicle(unit, serial);
        DriverFile driver = driver(unit, serial, vehicle.id());
        inSystem(session -> vehicles.add(session, List.of(vehicle)).chain(() -> drivers.add(session, List.of(driver))));
        return new Crew(vehicle, driver);
    }

    /** An electric car that comes so far by its maker. */
    public Crew electric(Unit unit, int range_km) {
        int serial = SERIAL.incrementAndGet();
        VehicleFile vehicle = vehicle(unit, serial)
                .with(VehicleParticulars.PLAIN.withBattery(new VehicleParticulars.Battery(range_km, 60, 15)));
        DriverFile driver = driver(unit, serial, vehicle.id());
        inSystem(session -> vehicles.add(session, List.of(vehicle)).chain(() -> drivers.add(session, List.of(driver))));
        return new Crew(vehicle, driver);
    }

    /** A driver without a vehicle. */
    public DriverFile spareDriver(Unit unit) {
        DriverFile driver = driver(unit, SERIAL.incrementAndGet(), null);
        inSystem(session -> drivers.add(session, List.of(driver)));
        return driver;
    }

    public VehicleState stateOf(Crew crew) {
        return inSystem(session -> vehicles.get(session, crew.vehicle().id())).state();
    }

    /** Nanjing, in another province, with which Shanghai has an agreement. */
    public Unit nanjing() {
        return city(
                "T320100",
                "320100",
                "南京市",
                new UnitApi.Region("320000", "江苏省", "PROVINCE", "100000"),
                nanjing -> Shared.inForce(organisations.shanghai(), nanjing));
    }

    /** Hangzhou, in a third province, with which nothing is agreed. */
    public Unit hangzhou() {
        return city("T330100", "330100", "杭州市", new UnitApi.Region("330000", "浙江省", "PROVINCE", "100000"), _ -> {});
    }

    private Unit city(String code, String regionCode, String name, UnitApi.Region province, Consumer<Unit> agreed) {
        Unit nation = organisations.nation();
        return inSystem(session -> units.findByCode(session, code)).orElseGet(() -> {
            Unit unit = new Unit(
                    Ids.next(), code, "单位" + code, "CITY", regionCode, nation.id(), nation.path() + code + "/");
            List<UnitApi.Region> regions =
                    List.of(province, new UnitApi.Region(regionCode, name, "CITY", province.code()));
            inSystem(session -> service.add(session, regions, List.of(unit)));
            agreed.accept(unit);
            return unit;
        });
    }

    public static VehicleFile vehicle(Unit unit, int serial) {
        return new VehicleFile(
                Ids.next(),
                "沪D%05d".formatted(serial),
                "GREEN",
                "LTEST0000000%05d".formatted(serial),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                "QT",
                "SEDAN",
                "BEV",
                "荣威",
                "D7",
                4,
                15_000_000,
                0,
                new Place("机关大院", 31.23, 121.54),
                VehicleState.IDLE,
                LocalDate.of(2025, 6, 1),
                "NEW");
    }

    static DriverFile driver(Unit unit, int serial, UUID vehicleId) {
        return new DriverFile(
                Ids.next(),
                "驾驶员%d".formatted(serial),
                "139%08d".formatted(serial),
                "C1",
                unit.id(),
                unit.path(),
                unit.name(),
                "test-driver-" + serial,
                vehicleId);
    }

    private <T> T inSystem(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
