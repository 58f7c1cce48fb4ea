package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.Charger;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChargerFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleParticulars.Battery;
import org.motorpool.planner.contract.DayApi;

class BatteriesTest {

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东", "COUNTY", "310115", null, "/100000/310115/");
    private static final BatteryRule NATION = new BatteryRule("100000", 80, 15, 40, 2);

    /** 400 km, 60 kW, 16 kWh per 100 km. */
    static final VehicleFile ELECTRIC =
            Fleet.vehicle(PUDONG, 1).with(VehicleParticulars.PLAIN.withBattery(new Battery(400, 60, 16)));

    @Test
    void plansWithAShareOfTheMakersRangeAndAFullBattery() {
        assertThat(batteries(Map.of()).tank(ELECTRIC, "ELECTRIC"))
                .isEqualTo(new DayApi.Tank("ELECTRIC", 320_000, 320_000, 60_000, 200, List.of()));
    }

    @Test
    void takesOffWhatTheTripsOfTheDayTook() {
        assertThat(batteries(Map.of(ELECTRIC.id(), 100_000L))
                        .tank(ELECTRIC, "ELECTRIC")
                        .charge_m())
                .isEqualTo(220_000);
        assertThat(batteries(Map.of(ELECTRIC.id(), 400_000L))
                        .tank(ELECTRIC, "ELECTRIC")
                        .charge_m())
                .isZero();
    }

    @Test
    void leavesAVehicleWithoutARangeNeverShort() {
        DayApi.Tank unknown = new DayApi.Tank("ELECTRIC", 0, 0, 0, 0, List.of());
        assertThat(batteries(Map.of()).tank(Fleet.vehicle(PUDONG, 2), "ELECTRIC"))
                .isEqualTo(unknown);
        assertThat(Batteries.UNKNOWN.tank(ELECTRIC, "ELECTRIC")).isEqualTo(unknown);
        assertThat(Batteries.UNKNOWN.limits(ELECTRIC)).isFalse();
    }

    @Test
    void takesTheRuleOfTheMostSpecificPlace() {
        BatteryRule cold = new BatteryRule("310115", 50, 15, 40, 2);
        Batteries batteries = new Batteries(List.of(NATION, cold), List.of(), Map.of());
        assertThat(batteries.tank(ELECTRIC, "ELECTRIC").range_m()).isEqualTo(200_000);
    }

    @Test
    void chargesAtTheNearestThatServeIt() {
        ChargerFile far = charger(31.9, 60, "/100000/310115/");
        ChargerFile near = charger(31.24, 60, "/100000/");
        ChargerFile nearer = charger(31.23, 7, "/100000/310115/");
        ChargerFile others = charger(31.231, 60, "/100000/310101/");
        Batteries batteries = new Batteries(List.of(NATION), List.of(far, near, nearer, others), Map.of());
        assertThat(batteries.tank(ELECTRIC, "ELECTRIC").chargingPlaces()).containsExactly(place(nearer), place(near));
    }

    @Test
    void countsSeveralChargersAtOnePlaceByTheWeakest() {
        List<ChargerFile> alike = List.of(charger(31.23, 60, "/100000/310115/"), charger(31.23, 7, "/100000/310115/"));
        Batteries batteries = new Batteries(List.of(NATION), alike, Map.of());
        DayApi.Vehicle vehicle = new DayApi.Vehicle(
                "V", "U", null, "QT", 4, 4, "SMALL", batteries.tank(ELECTRIC, "ELECTRIC"), List.of(), true, List.of());
        assertThat(batteries.chargers(List.of(vehicle)))
                .containsExactly(new DayApi.Charger(place(alike.getFirst()), 7_000, 4));
    }

    private static Batteries batteries(Map<UUID, Long> driven_m) {
        return new Batteries(List.of(NATION), List.of(), driven_m);
    }

    private static DayApi.Place place(ChargerFile charger) {
        return DayTask.place(charger.view().place());
    }

    private static ChargerFile charger(double latitude, double power_kW, String path) {
        return new ChargerFile(
                new Charger(
                        new UUID(0, 3),
                        PUDONG.id(),
                        PUDONG.name(),
                        new Place("充电桩", latitude, 121.54),
                        power_kW,
                        2,
                        true,
                        null,
                        0),
                path,
                "310115");
    }
}
