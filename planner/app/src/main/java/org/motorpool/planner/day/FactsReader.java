package org.motorpool.planner.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Tank;
import org.motorpool.planner.search.day.DayFacts.Unit;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.Traffic;

/** Makes the facts that the search knows of those that were sent, and fills in what the operator set. */
final class FactsReader {

    /** A vehicle may leave home so long before the day begins. */
    static final int EARLIEST_S = -4 * 3600;

    /** What is not known to be less. */
    private static final int NEVER_SHORT_M = 1_000_000_000;

    private final DayWords words;
    private final PlannerConfig.Cost cost;

    FactsReader(DayWords words, PlannerConfig.Cost cost) {
        this.words = words;
        this.cost = cost;
    }

    DayFacts read(DayApi.Facts facts) {
        facts.units().forEach(unit -> words.units.take(unit.code()));
        facts.vehicles().forEach(vehicle -> number(words.vehicles, vehicle.id(), "vehicle"));
        facts.drivers().forEach(driver -> number(words.drivers, driver.id(), "driver"));
        facts.pools().forEach(pool -> words.pools.put(pool.id(), words.known(pool.vehicles())));
        List<Unit> units = facts.units().stream().map(this::unit).toList();
        List<Vehicle> vehicles = facts.vehicles().stream().map(this::vehicle).toList();
        List<Driver> drivers = facts.drivers().stream().map(this::driver).toList();
        List<DayFacts.Charger> chargers =
                facts.chargers().stream().map(this::charger).toList();
        List<DayFacts.TimeFactor> factors = new FactorReader(words, facts).read();
        List<Ride> rides = rides(facts.rides(), new Traffic(factors));
        return new DayFacts(
                EARLIEST_S,
                words.places.all(),
                units,
                agreements(facts),
                chargers,
                vehicles,
                drivers,
                rides,
                facts.takeOver_s() == null ? DayFacts.TAKE_OVER_S : facts.takeOver_s(),
                factors);
    }

    private static void number(Numbering<String> numbers, @Nullable String id, String kind) {
        if (id == null) {
            throw DayRefused.missing("%s %d id".formatted(kind, numbers.size()));
        }
        int before = numbers.size();
        if (numbers.take(id) != before) {
            throw DayRefused.invalid(kind + " id", id);
        }
    }

    private List<Ride> rides(List<DayApi.Ride> asked, Traffic traffic) {
        words.traffic = traffic;
        RideReader reader = new RideReader(words);
        List<Ride> rides = new ArrayList<>(asked.size());
        for (DayApi.Ride ride : asked) {
            rides.add(reader.read(ride));
            number(words.rides, ride.id(), "ride");
        }
        return rides;
    }

    private Unit unit(DayApi.Unit unit) {
        return new Unit(unit.code(), words.region(unit.region()), weights(unit.weights()));
    }

    private Weights weights(DayApi.@Nullable Weights asked) {
        DayApi.Weights own = asked == null ? new DayApi.Weights(Map.of()) : asked;
        return new Weights(
                km_fen(own.km_fen()),
                or(own.deadheadKm_fen(), 0),
                or(own.waiting_h_fen(), 0),
                or(own.overtime_h_fen(), 0),
                or(own.vehicle_fen(), 0),
                or(own.driver_fen(), 0),
                or(own.otherRegion_fen(), cost.otherRegionFen()),
                or(own.notNewEnergy_fen(), cost.notNewEnergyFen()),
                or(own.handover_fen(), 0),
                or(own.moved_fen(), cost.movedFen()),
                or(own.fairness_fen(), 0),
                or(own.unserved_fen(), cost.unservedFen()));
    }

    private static long or(@Nullable Long own, long configured) {
        return own == null ? configured : own;
    }

    private static Map<Energy, Integer> km_fen(Map<String, Integer> prices) {
        Map<Energy, Integer> known = new EnumMap<>(Energy.class);
        prices.forEach((name, price) -> known.put(energy(name), price));
        return known;
    }

    private static Energy energy(@Nullable String name) {
        return Arrays.stream(Energy.values())
                .filter(energy -> energy.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DayRefused.invalid("energy", name));
    }

    /** Without a list of agreements every unit may use what it is eligible for, at the price of another unit. */
    private List<Agreement> agreements(DayApi.Facts facts) {
        if (facts.agreements() != null) {
            return facts.agreements().stream().map(this::agreement).toList();
        }
        List<Agreement> all = new ArrayList<>();
        for (int owner = 0; owner < words.units.size(); owner++) {
            for (int user = 0; user < words.units.size(); user++) {
                all.add(new Agreement(owner, user, cost.otherUnitFen(), 0));
            }
        }
        return all;
    }

    private Agreement agreement(DayApi.Agreement agreement) {
        return new Agreement(
                words.units.find(agreement.owner()),
                words.units.find(agreement.user()),
                agreement.ride_fen(),
                agreement.km_fen());
    }

    private DayFacts.Charger charger(DayApi.Charger charger) {
        return new DayFacts.Charger(words.place(charger.place()), charger.power_w(), charger.sockets());
    }

    private Vehicle vehicle(DayApi.Vehicle vehicle) {
        vehicle.blocked().forEach(window -> RideReader.requireWindow(window, "vehicle " + vehicle.id() + " blocked"));
        return new Vehicle(
                vehicle.id(),
                words.place(vehicle.home()),
                words.units.find(vehicle.unit()),
                words.category(vehicle.category()),
                vehicle.seats(),
                vehicle.boot(),
                words.licence(vehicle.licence()),
                tank(vehicle.tank()),
                vehicle.regions().stream().map(words::region).collect(Collectors.toSet()),
                vehicle.offered(),
                vehicle.blocked().stream().map(words::window).toList());
    }

    private Tank tank(DayApi.@Nullable Tank tank) {
        if (tank == null) {
            return new Tank(Energy.PETROL, NEVER_SHORT_M, NEVER_SHORT_M, 0, 0, List.of());
        }
        boolean known = tank.range_m() > 0;
        return new Tank(
                energy(tank.energy()),
                known ? tank.range_m() : NEVER_SHORT_M,
                known ? tank.charge_m() : NEVER_SHORT_M,
                tank.power_w(),
                tank.use_wh_km(),
                tank.chargingPlaces().stream().map(words::place).toList());
    }

    private Driver driver(DayApi.Driver driver) {
        RideReader.requireWindow(driver.shift(), "driver " + driver.id() + " shift");
        Set<Integer> licences = driver.licences().stream().map(words::licence).collect(Collectors.toSet());
        return new Driver(
                driver.id(),
                words.place(driver.place()),
                driver.vehicle() == null ? DayFacts.NONE : words.vehicles.find(driver.vehicle()),
                licences,
                words.window(driver.shift()),
                driver.mostOvertime_s(),
                driver.mostDriving_s());
    }
}
