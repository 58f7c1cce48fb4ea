package org.motorpool.planner.search.day;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Tank;
import org.motorpool.planner.search.day.DayFacts.Unit;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DayFacts.Window;

/**
 * Days on one road: place k is 14 km and half an hour (31 min) from place k − 1, place 0 is the parking place of unit 0, place 9 has no
 * coordinates. Unit 1 has no agreement with unit 0.
 */
final class Days {

    static final int HOUR_S = 3600;
    static final int MINUTE_S = 60;

    private static final Weights WEIGHTS = new Weights(
            Map.of(Energy.PETROL, 100, Energy.ELECTRIC, 50),
            0,
            1_000,
            6_000,
            10_000,
            5_000,
            0,
            0,
            2_000,
            3_000,
            0,
            100_000);

    private Days() {}

    static DayFacts facts(List<Vehicle> vehicles, List<Driver> drivers, List<Ride> rides) {
        List<Place> places = IntStream.range(0, 10)
                .mapToObj(k -> new Place(k == 9 ? Double.NaN : 31 + 0.1 * k, 121, 0))
                .toList();
        List<Unit> units = List.of(new Unit("A", 0, WEIGHTS), new Unit("B", 0, WEIGHTS));
        return new DayFacts(0, places, units, List.of(), List.of(), vehicles, drivers, rides);
    }

    /** One car with four seats and its driver from 8 to 18 o'clock. */
    static DayFacts oneCar(Ride... rides) {
        return facts(List.of(car("car", 0)), List.of(driver("driver", 0)), List.of(rides));
    }

    static Vehicle car(String name, int unit) {
        return new Vehicle(name, 0, unit, 0, 4, 4, 0, petrol(), Set.of(), true, List.of());
    }

    static Vehicle car(String name, Window blocked) {
        return new Vehicle(name, 0, 0, 0, 4, 4, 0, petrol(), Set.of(), true, List.of(blocked));
    }

    /** Six seats, and of another category. */
    static Vehicle van(String name) {
        return new Vehicle(name, 0, 0, 1, 6, 6, 0, petrol(), Set.of(), true, List.of());
    }

    private static Tank petrol() {
        return new Tank(Energy.PETROL, 600_000, 600_000, 0, 0, List.of());
    }

    static Driver driver(String name, int vehicle) {
        return new Driver(name, 0, vehicle, Set.of(0), new Window(8 * HOUR_S, 18 * HOUR_S), HOUR_S, 8 * HOUR_S);
    }

    /** Exclusive, for one rider, between two places, to begin within a quarter of an hour. */
    static Ride ride(String name, int from, int to, double at_h) {
        return ride(name, from, to, at_h, 1, new Promise.Open());
    }

    static Ride ride(String name, int from, int to, double at_h, int riders, Promise promise) {
        int from_s = (int) (at_h * HOUR_S);
        return new Ride(
                name,
                0,
                new Stop(from, 0),
                List.of(),
                new Stop(to, 0),
                new Window(from_s, from_s + 15 * MINUTE_S),
                from_s + 8 * HOUR_S,
                riders,
                0,
                Set.of(0),
                new Eligibility.Any(),
                new Sharing.Exclusive(),
                0,
                DayFacts.NONE,
                DayFacts.NONE,
                promise);
    }

    static DayCheck.Checked check(DayFacts facts) {
        return DayCheck.check(facts, new GreatCircle(facts.places()));
    }

    static DispatchDay day(DayFacts facts) {
        return ((DayCheck.Checked.Accepted) check(facts)).day();
    }

    /** The day as it was planned. */
    static RunningDay running(DayFacts facts) {
        DaySearch search = new DaySearch(day(facts), 1);
        search.solve(Budget.ofSteps(50), _ -> {});
        return RunningDay.of(search, 1);
    }
}
