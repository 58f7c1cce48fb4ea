package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Weights;

/** A checked day as the search sees it. Rides may be added; what is there does not change. */
public final class DispatchDay {

    final DayFacts facts;

    /** Those of the facts, and those that came later. */
    final List<DayFacts.Place> places;

    final Ways ways;
    final VehicleTable vehicles;
    final DriverTable drivers;
    final RideTable rides;
    final int units;
    final int takeOver_s;
    final int[] region;
    final Weights[] weights;

    /** Price of each ride and kilometre with a vehicle of the first unit for the second; −1 where there is no agreement. */
    private final long[] agreedRide_fen;

    private final long[] agreedKm_fen;

    final Travel travel;

    /** Vehicles that cannot go on. */
    private final BitSet closed = new BitSet();

    private DispatchDay(DayFacts facts, Travel travel, Ways ways) {
        this.facts = facts;
        this.travel = travel;
        this.places = new ArrayList<>(facts.places());
        this.ways = ways;
        this.vehicles = new VehicleTable(facts);
        this.drivers = new DriverTable(facts);
        this.rides = new RideTable(ways, facts);
        this.units = facts.units().size();
        this.takeOver_s = facts.takeOver_s();
        this.region = facts.units().stream().mapToInt(DayFacts.Unit::region).toArray();
        this.weights = facts.units().stream().map(DayFacts.Unit::weights).toArray(Weights[]::new);
        this.agreedRide_fen = new long[units * units];
        this.agreedKm_fen = new long[units * units];
        Arrays.fill(agreedRide_fen, DayFacts.NONE);
        facts.agreements().forEach(this::agree);
        facts.rides().forEach(this::add);
    }

    /** A day whose facts {@link DayCheck} has accepted. */
    static DispatchDay of(DayFacts facts, Travel travel, Ways ways) {
        return new DispatchDay(facts, travel, ways);
    }

    /** What the day was made of; rides added later are not in it. */
    public DayFacts facts() {
        return facts;
    }

    public int rides() {
        return rides.size;
    }

    public Ride ride(int ride) {
        return rides.facts[ride];
    }

    private void agree(Agreement agreement) {
        int at = agreement.owner() * units + agreement.user();
        agreedRide_fen[at] = agreement.ride_fen();
        agreedKm_fen[at] = agreement.km_fen();
    }

    /** One more place; its number. */
    int addPlace(DayFacts.Place place) {
        travel.add(place);
        ways.add(place);
        places.add(place);
        return places.size() - 1;
    }

    private int add(Ride ride) {
        return add(ride, Set.of());
    }

    /** What is wrong with one more ride. */
    Optional<DayCheck.Fault> findFault(Ride ride) {
        return rideCheck().findFault(ride, rides.size);
    }

    private RideCheck rideCheck() {
        return new RideCheck(facts, place -> DayCheck.hasCoordinates(places, place), ways);
    }

    /** One more ride; one that is wrong can be served by nobody. */
    int addChecked(Ride ride) {
        return add(findFault(ride).isEmpty() ? ride : rideCheck().harmless(ride));
    }

    /** The vehicle cannot go on, and gets no ride until it is open again. */
    void close(int vehicle) {
        closed.set(vehicle);
        for (int ride = 0; ride < rides.size; ride++) {
            rides.allowed[ride].clear(vehicle);
        }
    }

    /** The vehicle can go on. */
    void reopen(int vehicle) {
        closed.clear(vehicle);
        for (int ride = 0; ride < rides.size; ride++) {
            rides.allowed[ride].set(vehicle, findRefusal(vehicle, ride).isEmpty());
        }
    }

    /** @param ignored constraints that do not count for this ride */
    int add(Ride ride, Set<Obstacle> ignored) {
        int added = rides.add(ride);
        BitSet allowed = new BitSet(vehicles.size);
        for (int vehicle = 0; vehicle < vehicles.size; vehicle++) {
            if (findRefusal(vehicle, added)
                    .filter(obstacle -> !ignored.contains(obstacle))
                    .isEmpty()) {
                allowed.set(vehicle);
            }
        }
        rides.allowed[added] = allowed;
        return added;
    }

    /** What forbids the ride to the vehicle, whatever else it does that day. */
    Optional<Obstacle> findRefusal(int vehicle, int ride) {
        Ride asked = rides.facts[ride];
        int pinned = rides.pinned[ride];
        if (closed.get(vehicle)) {
            return Optional.of(Obstacle.BLOCKED);
        }
        if (!asked.categories().contains(vehicles.category[vehicle])) {
            return Optional.of(Obstacle.CATEGORY);
        }
        if (!isEligible(asked.eligibility(), vehicle)) {
            return Optional.of(Obstacle.ELIGIBILITY);
        }
        if (!isShared(vehicle, asked.unit())) {
            return Optional.of(Obstacle.AGREEMENT);
        }
        if (!mayGo(vehicle, ride)) {
            return Optional.of(Obstacle.REGION);
        }
        if (asked.passengers() > vehicles.seats[vehicle]) {
            return Optional.of(Obstacle.SEATS);
        }
        if (asked.baggage() > vehicles.boot[vehicle]) {
            return Optional.of(Obstacle.BOOT);
        }
        return pinned == DayFacts.NONE || pinned == vehicle ? Optional.empty() : Optional.of(Obstacle.PINNED);
    }

    private static boolean isEligible(Eligibility eligibility, int vehicle) {
        return switch (eligibility) {
            case Eligibility.Any() -> true;
            case Eligibility.Only(var vehicles) -> vehicles.contains(vehicle);
        };
    }

    private boolean isShared(int vehicle, int user) {
        int owner = vehicles.unit[vehicle];
        return owner == user || vehicles.offered[vehicle] && agreedRide_fen[owner * units + user] != DayFacts.NONE;
    }

    private boolean mayGo(int vehicle, int ride) {
        int pickup = rides.from[2 * ride];
        int dropoff = rides.to[2 * ride + 1];
        return vehicles.mayGo(vehicle, places.get(pickup).region())
                && vehicles.mayGo(vehicle, places.get(dropoff).region());
    }

    /** Adds what the ride costs with vehicle and driver, wherever they come from and go to. */
    void charge(int vehicle, int driver, int ride, long[] terms_fen) {
        Weights user = weights[rides.unit[ride]];
        terms_fen[CostTerm.OTHER_UNIT.ordinal()] += otherUnit_fen(vehicle, ride);
        if (region[vehicles.unit[vehicle]] != region[rides.unit[ride]]) {
            terms_fen[CostTerm.OTHER_REGION.ordinal()] += user.otherRegion_fen();
        }
        if (!vehicles.newEnergy[vehicle]) {
            terms_fen[CostTerm.NOT_NEW_ENERGY.ordinal()] += user.notNewEnergy_fen();
        }
        if (isMoved(vehicle, driver, ride)) {
            terms_fen[CostTerm.MOVED.ordinal()] += user.moved_fen();
        }
    }

    /** The same as one sum, for any driver: no more than what it will be. */
    long leastSurcharge_fen(int vehicle, int ride) {
        Weights user = weights[rides.unit[ride]];
        boolean far = region[vehicles.unit[vehicle]] != region[rides.unit[ride]];
        int announced = rides.announcedVehicle[ride];
        return otherUnit_fen(vehicle, ride)
                + (far ? user.otherRegion_fen() : 0)
                + (vehicles.newEnergy[vehicle] ? 0 : user.notNewEnergy_fen())
                + (announced == DayFacts.NONE || announced == vehicle ? 0 : user.moved_fen());
    }

    private long otherUnit_fen(int vehicle, int ride) {
        int owner = vehicles.unit[vehicle];
        int user = rides.unit[ride];
        int at = owner * units + user;
        return owner == user || agreedRide_fen[at] == DayFacts.NONE
                ? 0
                : agreedRide_fen[at] + agreedKm_fen[at] * rides.direct_m[ride] / 1000;
    }

    boolean isMoved(int vehicle, int driver, int ride) {
        int announced = rides.announcedVehicle[ride];
        return announced != DayFacts.NONE && (announced != vehicle || rides.announcedDriver[ride] != driver);
    }
}
