package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.motorpool.planner.search.Nearest;
import org.motorpool.planner.search.day.DayFacts.Vehicle;

/** Vehicles that stand at home and drivers without a vehicle: finds whom a ride may open a turn with; of equals one is tried. */
final class Crews {

    /** Further away a vehicle is not fetched from. */
    private static final int FAR_M = 250_000;

    /** So many vehicles that come home in time are tried at most. */
    private static final int MOST_RETURNED = 30;

    private final DayPlan plan;
    private final DispatchDay day;
    private final int[] homes;
    private final int[][] vehiclesAt;

    /** Homes by their number here, the nearest to a place first; found when first asked for. */
    private int[][] near;

    private final int[] vehicleKind;
    private final int[] kindTried;
    private final int[] tried = new int[64];
    private int triedCount;
    private final long leastKm_fen;
    private final long leastVehicle_fen;
    private int round;

    Crews(DayPlan plan) {
        this.plan = plan;
        this.day = plan.day;
        int[] home = day.vehicles.home;
        this.homes = Arrays.stream(home).distinct().sorted().toArray();
        this.vehiclesAt = new int[homes.length][];
        for (int i = 0; i < homes.length; i++) {
            int at = homes[i];
            vehiclesAt[i] = java.util.stream.IntStream.range(0, home.length)
                    .filter(vehicle -> home[vehicle] == at)
                    .toArray();
        }
        this.near = new int[day.facts.places().size()][];
        this.vehicleKind = kinds(day);
        this.kindTried = new int[home.length];
        this.leastKm_fen = Arrays.stream(day.vehicles.km_fen).min().orElse(0);
        this.leastVehicle_fen = Arrays.stream(day.vehicles.vehicle_fen).min().orElse(0);
    }

    /** Vehicles with the same number stand for each other as long as they stand at home and have no driver of their own. */
    private static int[] kinds(DispatchDay day) {
        Map<Vehicle, Integer> known = new HashMap<>();
        int[] kinds = new int[day.vehicles.size];
        for (int i = 0; i < kinds.length; i++) {
            Vehicle facts = day.facts.vehicles().get(i);
            Vehicle nameless = new Vehicle(
                    day.drivers.of(i).length == 0 ? "" : facts.name(),
                    facts.home(),
                    facts.unit(),
                    facts.category(),
                    facts.seats(),
                    facts.boot(),
                    facts.licence(),
                    facts.tank(),
                    facts.regions(),
                    facts.offered(),
                    facts.blocked());
            int number = i;
            kinds[i] = known.computeIfAbsent(nameless, _ -> number);
        }
        return kinds;
    }

    /** Lets the insertion try vehicles that stand at home, the nearest homes first, until no other one can add less. */
    void tryIdle(Insertion insertion, int ride) {
        round++;
        int pickup = day.rides.from[2 * ride];
        for (int home : near(pickup)) {
            int there_m = day.ways.metres(homes[home], pickup);
            if (there_m > FAR_M || leastVehicle_fen + there_m * leastKm_fen / 1000 >= insertion.added_fen()) {
                return;
            }
            for (int vehicle : vehiclesAt[home]) {
                if (day.rides.allowed[ride].get(vehicle) && isNew(vehicle)) {
                    tryDrivers(insertion, plan.route[vehicle]);
                }
            }
        }
    }

    /** The same with vehicles that have been on the road and are at home again by then, or have not left yet. */
    void tryReturned(Insertion insertion, int ride) {
        int left = MOST_RETURNED;
        int pickup = day.rides.from[2 * ride];
        for (int home : near(pickup)) {
            if (day.ways.metres(homes[home], pickup) > FAR_M) {
                return;
            }
            for (int vehicle : vehiclesAt[home]) {
                if (day.rides.allowed[ride].get(vehicle) && standsAtHome(plan.route[vehicle], ride)) {
                    insertion.tryRoute(plan.route[vehicle]);
                    tryDrivers(insertion, plan.route[vehicle]);
                    if (--left == 0) {
                        return;
                    }
                }
            }
        }
    }

    private boolean standsAtHome(Route route, int ride) {
        return route.size > 1
                && (route.end_s[route.size - 1] < day.rides.latest_s[2 * ride]
                        || route.frozen == 0 && route.leave_s[1] > day.rides.earliest_s[2 * ride]);
    }

    private boolean isNew(int vehicle) {
        Route route = plan.route[vehicle];
        boolean idle = route.isEmpty() && route.progress.turns == 0;
        if (!idle || kindTried[vehicleKind[vehicle]] == round) {
            return false;
        }
        kindTried[vehicleKind[vehicle]] = round;
        return true;
    }

    private int[] near(int place) {
        if (near.length <= place) {
            near = Arrays.copyOf(near, day.places.size());
        }
        if (near[place] == null) {
            near[place] =
                    Nearest.list(place, homes.length, homes.length, (from, home) -> day.ways.metres(homes[home], from));
        }
        return near[place];
    }

    /** Every driver who may take the vehicle now. */
    void tryDrivers(Insertion insertion, Route route) {
        triedCount = 0;
        int[] bound = day.drivers.of(route.vehicle);
        for (int driver : bound) {
            tryDriver(insertion, route, driver);
        }
        if (bound.length == 0) {
            for (int driver : day.drivers.freeAt(day.vehicles.home[route.vehicle])) {
                tryDriver(insertion, route, driver);
            }
        }
    }

    private void tryDriver(Insertion insertion, Route route, int driver) {
        boolean idle = plan.drivers.isIdle(driver);
        if (!insertion.admits(driver)
                || !idle && !maySwitch(driver, route.vehicle)
                || !day.drivers.mayDrive(driver, day.vehicles.licence[route.vehicle])
                || idle && isLikeTried(driver)) {
            return;
        }
        insertion.tryTurn(route, driver);
    }

    /** A driver who is free and has another vehicle on the day may change it. */
    private boolean maySwitch(int driver, int vehicle) {
        return day.drivers.vehicle[driver] == DayFacts.NONE && plan.drivers.isElsewhere(driver, vehicle);
    }

    private boolean isLikeTried(int driver) {
        for (int i = 0; i < triedCount; i++) {
            if (day.drivers.alike(tried[i], driver)) {
                return true;
            }
        }
        if (triedCount < tried.length) {
            tried[triedCount++] = driver;
        }
        return false;
    }
}
