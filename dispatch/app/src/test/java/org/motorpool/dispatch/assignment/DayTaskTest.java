package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.ChargerApi;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChargerFile;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.sharing.SharingBook;
import org.motorpool.planner.contract.DayApi;

class DayTaskTest {

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东", "COUNTY", "310115", null, "/100000/310115/");
    private static final VehicleFile CAR = Fleet.vehicle(PUDONG, 1);
    private static final VehicleFile OTHER = Fleet.vehicle(PUDONG, 2);
    /** 400 km by its maker; the same vehicle otherwise. */
    private static final VehicleFile ELECTRIC =
            CAR.with(VehicleParticulars.PLAIN.withBattery(new VehicleParticulars.Battery(400, 60, 16)));

    private static final DriverFile DRIVER = Fleet.driver(PUDONG, 1, CAR.id());
    private static final DriverFile OTHERS = Fleet.driver(PUDONG, 2, OTHER.id());

    @Test
    void pinsOrdersToTheVehicleAndDriverOnDutyWithIt() {
        DayApi.Facts facts = facts(List.of(order(CAR, DRIVER)), List.of());

        assertThat(facts.rides()).singleElement().satisfies(ride -> {
            assertThat(ride.unit()).isEqualTo("310115");
            assertThat(ride.promised())
                    .isEqualTo(
                            new DayApi.Promise(CAR.id().toString(), DRIVER.id().toString(), true));
            assertThat(ride.eligible()).containsExactly(CAR.id().toString());
            assertThat(ride.boundUntil()).isEqualTo(TOMORROW.plus(Duration.ofHours(2)));
        });
        assertThat(facts.vehicles())
                .allSatisfy(vehicle -> assertThat(vehicle.blocked()).isEmpty());
    }

    @Test
    void countsBothAsPromisedWhenAnotherDriverDrives() {
        DayApi.Facts facts = facts(List.of(order(CAR, OTHERS)), List.of());

        DayApi.Window promised = new DayApi.Window(TOMORROW, TOMORROW.plus(Duration.ofHours(2)));
        assertThat(facts.rides()).isEmpty();
        assertThat(facts.vehicles())
                .allSatisfy(vehicle -> assertThat(vehicle.blocked()).containsExactly(promised));
    }

    /** 无固定车辆的驾驶员: whoever is on duty with no vehicle takes one that nobody is on duty with. */
    @Test
    void leavesDriversWithoutAVehicleFreeToTakeOne() {
        DriverFile spare = Fleet.driver(PUDONG, 3, null);
        DayApi.Facts facts = facts(List.of(DRIVER, spare), List.of(order(OTHER, spare)), List.of());

        assertThat(facts.drivers()).last().satisfies(driver -> {
            assertThat(driver.id()).isEqualTo(spare.id().toString());
            assertThat(driver.vehicle()).isNull();
            assertThat(driver.place()).isEqualTo(facts.vehicles().getLast().home());
            assertThat(driver.mostOvertime_s()).isEqualTo(4 * 3600);
        });
        assertThat(facts.rides()).singleElement().satisfies(ride -> assertThat(ride.promised())
                .isEqualTo(new DayApi.Promise(OTHER.id().toString(), spare.id().toString(), true)));
    }

    @Test
    void knowsDriversWithoutAVehicleInTheLongestTimeTheyAreFree() {
        DriverFile spare = Fleet.driver(PUDONG, 3, null);
        Instant until = TOMORROW.plus(Duration.ofHours(2));
        DayApi.Facts facts = facts(List.of(DRIVER, spare), List.of(order(CAR, spare)), List.of());

        assertThat(facts.rides()).isEmpty();
        assertThat(facts.vehicles().getFirst().blocked()).containsExactly(new DayApi.Window(TOMORROW, until));
        assertThat(facts.drivers().getLast().shift().from()).isEqualTo(until);
        assertThat(facts.drivers().getLast().mostOvertime_s()).isZero();
    }

    @Test
    void plansNobodyWhereEveryVehicleHasItsDriver() {
        DayApi.Facts facts = facts(List.of(DRIVER, OTHERS, Fleet.driver(PUDONG, 3, null)), List.of(), List.of());

        assertThat(facts.drivers()).hasSize(2);
    }

    @Test
    void keepsAVehicleAtHomeWhileItsDriverIsAbsent() {
        Instant until = TOMORROW.plus(Duration.ofHours(3));
        Absence absence = new Absence(DRIVER.id(), new Period(TOMORROW, until));
        DayApi.Facts facts = facts(List.of(), List.of(absence));

        assertThat(facts.vehicles().getFirst().blocked()).containsExactly(new DayApi.Window(TOMORROW, until));
        assertThat(facts.vehicles().getLast().blocked()).isEmpty();
    }

    @Test
    void namesLicencesHoursAndPrices() {
        DayApi.Facts facts = facts(List.of(), List.of());

        assertThat(facts.vehicles().getFirst().licence()).isEqualTo("SMALL");
        assertThat(facts.drivers()).hasSize(2).allSatisfy(driver -> {
            assertThat(driver.licences()).containsExactly("SMALL");
            assertThat(driver.mostDriving_s()).isEqualTo(8 * 3600);
        });
        assertThat(facts.units())
                .filteredOn(unit -> unit.code().equals("310115"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.weights().km_fen()).containsEntry("ELECTRIC", 30));
    }

    @Test
    void tellsHowFarElectricVehiclesComeAndWhereTheyCharge() {
        DayApi.Facts facts = facts(ELECTRIC, List.of(), batteries());

        DayApi.Place yard = new DayApi.Place(31.2, 121.5, null);
        assertThat(facts.chargers()).containsExactly(new DayApi.Charger(yard, 60_000, 2));
        assertThat(facts.vehicles().getFirst().tank())
                .isEqualTo(new DayApi.Tank("ELECTRIC", 320_000, 320_000, 60_000, 200, List.of(yard)));
        assertThat(facts.vehicles().getLast().tank()).isEqualTo(new DayApi.Tank("ELECTRIC", 0, 0, 0, 0, List.of()));
    }

    @Test
    void leavesTheEnergyOfTheNextDayToTheNight() {
        Instant nextDay = Days.start(Days.of(TOMORROW).plusDays(1)).plus(Duration.ofHours(8));
        List<VehicleOrder> orders = List.of(order(ELECTRIC, DRIVER, nextDay));

        DayApi.Facts charged = facts(ELECTRIC, orders, batteries());
        assertThat(charged.rides()).isEmpty();
        assertThat(charged.vehicles().getFirst().blocked())
                .containsExactly(new DayApi.Window(nextDay, nextDay.plus(Duration.ofHours(2))));
        assertThat(facts(ELECTRIC, orders, Batteries.UNKNOWN).rides()).hasSize(1);
    }

    private static Batteries batteries() {
        return new Batteries(
                List.of(new BatteryRule("100000", 80, 15, 40, 2)),
                List.of(new ChargerFile(
                        new ChargerApi.Charger(
                                new UUID(0, 3),
                                PUDONG.id(),
                                PUDONG.name(),
                                new VehicleApi.Place("充电桩", 31.2, 121.5),
                                60,
                                2,
                                true,
                                null,
                                0),
                        PUDONG.path(),
                        PUDONG.regionCode())),
                Map.of());
    }

    private static DayApi.Facts facts(List<VehicleOrder> orders, List<Absence> absences) {
        return facts(List.of(DRIVER, OTHERS), orders, absences);
    }

    private static DayApi.Facts facts(List<DriverFile> drivers, List<VehicleOrder> orders, List<Absence> absences) {
        return facts(CAR, drivers, orders, absences, Batteries.UNKNOWN);
    }

    private static DayApi.Facts facts(VehicleFile first, List<VehicleOrder> orders, Batteries batteries) {
        return facts(first, List.of(DRIVER, OTHERS), orders, List.of(), batteries);
    }

    private static DayApi.Facts facts(
            VehicleFile first,
            List<DriverFile> drivers,
            List<VehicleOrder> orders,
            List<Absence> absences,
            Batteries batteries) {
        DayTask task = new DayTask(new DayCandidates(
                Days.of(TOMORROW),
                List.of(first, OTHER),
                drivers,
                orders,
                List.of(),
                absences,
                new ServingRules(List.of()),
                SharingBook.EMPTY,
                Map.of("BEV", 30),
                Duration.ofHours(8),
                new PoolingBook(List.of()),
                WorkingDays.PLAIN_WEEK,
                batteries));
        return task.facts("S", Instant.EPOCH, List.of(), new DayApi.Weights(task.km_fen()));
    }

    static VehicleOrder order(VehicleFile vehicle, DriverFile driver) {
        return order(vehicle, driver, TOMORROW);
    }

    static VehicleOrder order(VehicleFile vehicle, DriverFile driver, Instant from) {
        OrderApi.Order view = new OrderApi.Order(
                new UUID(0, 9),
                "PC-310115-20261123-0001",
                "ASSIGNED",
                new UUID(0, 5),
                "YC-310115-20261123-0001",
                PUDONG.name(),
                "参加会议",
                2,
                NewRequests.PICKUP,
                NewRequests.DROPOFF,
                from,
                from.plus(Duration.ofHours(2)),
                "OWN_UNIT",
                vehicle.id(),
                vehicle.plate(),
                PUDONG.name(),
                driver.id(),
                driver.name(),
                driver.username(),
                OrderActApi.Course.NEW,
                0);
        return new VehicleOrder(view, PUDONG.id(), PUDONG.path(), PUDONG.id(), PUDONG.path(), "BEV", TOMORROW);
    }
}
