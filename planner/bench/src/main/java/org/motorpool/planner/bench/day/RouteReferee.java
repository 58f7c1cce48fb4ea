package org.motorpool.planner.bench.day;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Charger;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.Travel;

/** Drives the day of one vehicle after its movements and checks every rule; knows the facts and no code of the search. */
final class RouteReferee {

    private static final int FOUR_HOURS_S = 4 * 3600;
    private static final int REST_S = 20 * 60;
    private static final int LEFT_IN_BATTERY_M = 10_000;

    private final DayFacts facts;
    private final Travel travel;
    private final RushHours hours;
    private final VehicleDay route;
    private final Vehicle vehicle;
    private final SuitReferee suits;
    private final Map<Integer, Integer> onBoardSince_s = new HashMap<>();
    private final Map<Integer, DriverDay> driverDays;
    private final boolean excused;
    private final Map<CostTerm, Long> cost = new EnumMap<>(CostTerm.class);
    final List<Integer> served = new ArrayList<>();
    final List<Movement.Charge> charges = new ArrayList<>();

    private int place;
    private int at_s;
    private int continuous_s;
    private int standingSince_s;
    private int driven_s;
    private double range_m;
    private int driver = DayFacts.NONE;
    private int riders;
    private int baggage;
    private boolean exclusive;
    private long empty_m;
    private long loaded_m;
    private long waiting_s;
    private long overtime_s;
    private int awaySince_s;

    /**
     * @param driverDays of all vehicles, by driver
     * @param excused it is not judged, and what its drivers did counts
     */
    RouteReferee(DayFacts facts, Travel travel, VehicleDay route, Map<Integer, DriverDay> driverDays, boolean excused) {
        this.excused = excused;
        this.driverDays = driverDays;
        this.facts = facts;
        this.travel = travel;
        this.hours = new RushHours(facts);
        this.route = route;
        this.vehicle = facts.vehicles().get(route.vehicle());
        this.suits = new SuitReferee(facts, travel, route.vehicle());
        this.place = vehicle.home();
        this.at_s = facts.now_s();
        this.range_m = vehicle.tank().charge_m();
    }

    VehicleDay route() {
        return route;
    }

    /** From one take-over to the next. */
    record Turn(RouteReferee of, int begin_s, List<Movement> movements) {
        void check() {
            movements.forEach(of::move);
            of.comeHome();
        }
    }

    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Movement movement : route.movements()) {
            if (turns.isEmpty() || movement instanceof Movement.TakeOver) {
                turns.add(new Turn(this, movement.begin_s(), new ArrayList<>()));
            }
            turns.getLast().movements().add(movement);
        }
        return turns;
    }

    /** When all turns have been checked. */
    Map<CostTerm, Long> cost() {
        price();
        return cost;
    }

    private void move(Movement movement) {
        require(movement.leave_s() >= at_s, "leaves at %d before it is free at %d", movement.leave_s(), at_s);
        if (place != vehicle.home()) {
            waiting_s += movement.leave_s() - at_s;
        }
        approach(movement);
        require(movement.begin_s() >= movement.arrive_s() && movement.end_s() >= movement.begin_s(), "turns time back");
        switch (movement) {
            case Movement.TakeOver(int who, int _, int _, int _, int begin_s, int end_s) ->
                takeOver(who, begin_s, end_s);
            case Movement.Pickup pickup -> pickUp(pickup);
            case Movement.Dropoff dropoff -> dropOff(dropoff);
            case Movement.Charge charge -> charge(charge);
            case Movement.Home _ -> {}
        }
        at_s = movement.end_s();
    }

    private void approach(Movement movement) {
        int leave_s = movement.leave_s();
        rest(leave_s - standingSince_s);
        if (movement.place() == place) {
            require(movement.arrive_s() == leave_s, "needs time to stay where it is");
            return;
        }
        if (place == vehicle.home()) {
            awaySince_s = leave_s;
        }
        int arrive_s = drive(leave_s, place, movement.place());
        require(movement.arrive_s() == arrive_s, "arrives at %d instead of %d", movement.arrive_s(), arrive_s);
        place = movement.place();
        if (place == vehicle.home()) {
            checkBlocked(arrive_s);
        }
    }

    private void rest(int standing_s) {
        if (standing_s >= REST_S) {
            continuous_s = 0;
        }
    }

    /** Rests of 20 minutes are taken when four hours are full. */
    private int drive(int from_s, int from, int to) {
        long left = travel.duration_s(from, to) * RushHours.WHOLE;
        int now_s = from_s;
        while (left > 0) {
            if (continuous_s == FOUR_HOURS_S) {
                now_s += REST_S;
                continuous_s = 0;
            }
            left -= hours.covered(from, now_s);
            now_s++;
            continuous_s++;
            driven_s++;
        }
        spend(travel.distance_m(from, to));
        if (from != to) {
            standingSince_s = now_s;
        }
        return now_s;
    }

    private void spend(int metres) {
        if (riders > 0) {
            loaded_m += metres;
        } else {
            empty_m += metres;
        }
        if (vehicle.tank().energy() == Energy.ELECTRIC) {
            range_m -= metres;
            require(range_m >= LEFT_IN_BATTERY_M, "has %.0f m of energy left", range_m);
        }
    }

    private void checkBlocked(int home_s) {
        vehicle.blocked()
                .forEach(window -> require(
                        awaySince_s > window.to_s() || home_s <= window.from_s(),
                        "is away from %d to %d while blocked from %d",
                        awaySince_s,
                        home_s,
                        window.from_s()));
    }

    private void takeOver(int who, int begin_s, int end_s) {
        require(place == vehicle.home(), "is taken over away from home");
        boolean handed = driver != DayFacts.NONE;
        driver = who;
        Driver taking = facts.drivers().get(who);
        require(taking.place() == place, "is taken over by a driver of another place");
        require(
                taking.vehicle() == DayFacts.NONE || taking.vehicle() == route.vehicle(),
                "is taken over by a driver bound to another vehicle");
        require(taking.licences().contains(vehicle.licence()), "is taken over without the licence");
        require(begin_s >= taking.shift().from_s(), "is taken over before the shift");
        DriverDay before = driverDays.computeIfAbsent(who, _ -> new DriverDay());
        carry(before, taking, begin_s);
        boolean again = before.hasDriven();
        int length_s = handed || again ? facts.takeOver_s() : 0;
        require(end_s - begin_s == length_s, "is taken over in %d s", end_s - begin_s);
        add(CostTerm.DRIVER, owner().driver_fen());
    }

    /** What the driver did with other vehicles counts. */
    private void carry(DriverDay before, Driver taking, int begin_s) {
        require(begin_s >= before.free_s, "is taken over by %s, who is still under way", taking.name());
        require(!before.hasDriven() || begin_s <= taking.shift().to_s(), "is taken over in overtime");
        continuous_s = before.continuous_s;
        driven_s = before.driven_s;
        standingSince_s = before.hasDriven() ? before.standingSince_s : begin_s;
    }

    private void endShift() {
        Driver ending = facts.drivers().get(driver);
        require(at_s <= ending.shift().to_s() + ending.mostOvertime_s(), "comes home at %d beyond the overtime", at_s);
        require(driven_s <= ending.mostDriving_s(), "drives %d s on a day", driven_s);
        overtime_s += Math.max(0, at_s - ending.shift().to_s());
        DriverDay day = driverDays.computeIfAbsent(driver, _ -> new DriverDay());
        day.free_s = at_s;
        day.continuous_s = continuous_s;
        day.standingSince_s = standingSince_s;
        day.driven_s = driven_s;
    }

    private void pickUp(Movement.Pickup pickup) {
        Ride ride = facts.rides().get(pickup.ride());
        require(driver != DayFacts.NONE, "has no driver");
        waiting_s += pickup.begin_s() - pickup.arrive_s();
        rest(pickup.begin_s() - standingSince_s);
        require(place == ride.pickup().place(), "picks up elsewhere");
        require(
                pickup.begin_s() >= ride.pickupTime().from_s()
                        && pickup.begin_s() <= ride.pickupTime().to_s(),
                "picks up %s at %d",
                ride.name(),
                pickup.begin_s());
        checkAllowed(pickup.ride(), ride);
        board(ride);
        served.add(pickup.ride());
        suits.surcharges_fen(ride, driver).forEach(this::add);
        switch (ride.sharing()) {
            case Sharing.Pooled _ -> {
                onBoardSince_s.put(pickup.ride(), pickup.end_s());
                require(pickup.end_s() == pickup.begin_s() + ride.pickup().service_s(), "boards in another time");
            }
            case Sharing.Exclusive _ -> driveThrough(pickup, ride);
        }
    }

    private void board(Ride ride) {
        boolean alone = riders == 0;
        riders += ride.passengers();
        baggage += ride.baggage();
        require(riders <= vehicle.seats() && baggage <= vehicle.boot(), "has no room for %s", ride.name());
        require(
                !exclusive && (alone || ride.sharing() instanceof Sharing.Pooled),
                "shares the exclusive ride %s",
                ride.name());
        require(isOneCircle(ride), "shares ride %s with riders of another circle", ride.name());
    }

    private boolean isOneCircle(Ride boarding) {
        return onBoardSince_s.keySet().stream()
                .map(number -> facts.rides().get(number).sharing())
                .allMatch(other -> other instanceof Sharing.Pooled(int _, int theirs)
                        && boarding.sharing() instanceof Sharing.Pooled(int _, int ours)
                        && theirs == ours);
    }

    private void driveThrough(Movement.Pickup pickup, Ride ride) {
        int now_s = pickup.begin_s() + ride.pickup().service_s();
        List<Stop> stops = new ArrayList<>(ride.via());
        stops.add(ride.dropoff());
        for (Stop stop : stops) {
            rest(now_s - standingSince_s);
            now_s = drive(now_s, place, stop.place());
            place = stop.place();
            if (stop == stops.getLast()) {
                require(now_s <= ride.latestDropoff_s(), "drops %s off at %d", ride.name(), now_s);
            }
            now_s += stop.service_s();
        }
        require(pickup.end_s() == now_s, "ends %s at %d instead of %d", ride.name(), pickup.end_s(), now_s);
        riders -= ride.passengers();
        baggage -= ride.baggage();
        if (place == vehicle.home()) {
            checkBlocked(now_s);
        }
    }

    private void dropOff(Movement.Dropoff dropoff) {
        Ride ride = facts.rides().get(dropoff.ride());
        require(onBoardSince_s.containsKey(dropoff.ride()), "drops %s off who is not on board", ride.name());
        int since_s = onBoardSince_s.getOrDefault(dropoff.ride(), 0);
        onBoardSince_s.remove(dropoff.ride());
        waiting_s += dropoff.begin_s() - dropoff.arrive_s();
        require(place == ride.dropoff().place(), "drops off elsewhere");
        require(dropoff.begin_s() <= ride.latestDropoff_s(), "drops %s off too late", ride.name());
        require(dropoff.end_s() == dropoff.begin_s() + ride.dropoff().service_s(), "alights in another time");
        int way_s = travel.duration_s(ride.pickup().place(), ride.dropoff().place());
        int direct_s = hours.lasts_s(ride.pickup().place(), since_s, way_s);
        int most_s = ((Sharing.Pooled) ride.sharing()).mostOnBoard_s();
        require(dropoff.begin_s() - since_s <= Math.max(most_s, direct_s), "has %s on board for too long", ride.name());
        riders -= ride.passengers();
        baggage -= ride.baggage();
    }

    private void checkAllowed(int number, Ride ride) {
        suits.findFault(ride).ifPresent(fault -> require(false, fault));
        boolean pinnedElsewhere = ride.promised() instanceof Promise.Pinned(int pinned, int who)
                && (pinned != route.vehicle() || who != DayFacts.NONE && who != driver);
        require(!pinnedElsewhere, "serves ride %d that is pinned elsewhere", number);
    }

    private void charge(Movement.Charge charge) {
        require(riders == 0, "charges with riders on board");
        Charger charger = facts.chargers().stream()
                .filter(each -> each.place() == charge.place())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no charger at place " + charge.place()));
        require(vehicle.tank().chargingPlaces().contains(charge.place()), "may not charge at place %d", charge.place());
        double power_w = Math.min(charger.power_w(), vehicle.tank().power_w());
        double gained_m = power_w
                * (charge.end_s() - charge.begin_s())
                / 3.6
                / vehicle.tank().use_wh_km();
        range_m = Math.min(vehicle.tank().range_m(), range_m + gained_m);
        charges.add(charge);
    }

    private void comeHome() {
        require(onBoardSince_s.isEmpty(), "still has riders on board");
        require(place == vehicle.home(), "does not come home");
        endShift();
    }

    private void price() {
        Weights owner = owner();
        add(CostTerm.VEHICLE, owner.vehicle_fen());
        add(
                CostTerm.DRIVING,
                (empty_m + loaded_m)
                        * owner.km_fen().getOrDefault(vehicle.tank().energy(), 0)
                        / 1000);
        add(CostTerm.DEADHEAD, empty_m * owner.deadheadKm_fen() / 1000);
        add(CostTerm.WAITING, waiting_s * owner.waiting_h_fen() / 3600);
        add(CostTerm.OVERTIME, overtime_s * owner.overtime_h_fen() / 3600);
    }

    private Weights owner() {
        return facts.units().get(vehicle.unit()).weights();
    }

    private void add(CostTerm term, long fen) {
        cost.merge(term, fen, Long::sum);
    }

    private void require(boolean condition, String message, Object... values) {
        if (!condition && !excused) {
            throw new IllegalStateException("no solution: vehicle " + vehicle.name() + " " + message.formatted(values));
        }
    }
}
