package org.motorpool.planner.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.DayApi.Driver;
import org.motorpool.planner.contract.DayApi.Place;
import org.motorpool.planner.contract.DayApi.Promise;
import org.motorpool.planner.contract.DayApi.Ride;
import org.motorpool.planner.contract.DayApi.Stop;
import org.motorpool.planner.contract.DayApi.Unit;
import org.motorpool.planner.contract.DayApi.Vehicle;
import org.motorpool.planner.contract.DayApi.Weights;
import org.motorpool.planner.contract.DayApi.Window;

/** Object mother: 2026-10-12 in Shanghai, one unit, a car parked at People's Square; each test shows what differs. */
final class Facts {

    static final Place PEOPLES_SQUARE = new Place(31.2304, 121.4737, "310000");
    static final Place HONGQIAO = new Place(31.1979, 121.3363, "310000");
    static final Place NOWHERE = new Place(0, 0, "310000");

    private Facts() {}

    static Instant at(String time) {
        return Instant.parse("2026-10-12T%s:00+08:00".formatted(time));
    }

    static DayApi.Facts day(List<Vehicle> vehicles, Ride... rides) {
        return day("S1", null, vehicles, List.of(rides));
    }

    static DayApi.Facts day(String snapshot, @Nullable Instant now, List<Vehicle> vehicles, List<Ride> rides) {
        return new DayApi.Facts(
                snapshot,
                at("00:00"),
                now,
                0,
                List.of(
                        new Unit("U1", "310000", new Weights(Map.of("PETROL", 80))),
                        new Unit("U2", "310000", new Weights(Map.of("PETROL", 80)))),
                null,
                List.of(),
                vehicles,
                vehicles.stream().map(Facts::driver).toList(),
                rides);
    }

    /** The same with 时段系数, and on these days of rest. */
    static DayApi.Facts withTimeFactors(
            DayApi.Facts facts, @Nullable List<LocalDate> restDays, @Nullable List<DayApi.TimeFactor> factors) {
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers(),
                facts.rides(),
                facts.pools(),
                facts.takeOver_s(),
                restDays,
                factors);
    }

    static Vehicle car(String id) {
        return car(id, "U1", List.of());
    }

    static Vehicle car(String id, String unit, List<Window> blocked) {
        return new Vehicle(id, unit, PEOPLES_SQUARE, "QT", 4, 4, "C1", null, List.of(), true, blocked);
    }

    /** Bound to the vehicle, from 6 to 22 o'clock. */
    private static Driver driver(Vehicle vehicle) {
        Window shift = new Window(at("06:00"), at("22:00"));
        return new Driver("D-" + vehicle.id(), vehicle.home(), vehicle.id(), List.of("C1"), shift, 0, 12 * 3600);
    }

    /** From People's Square to Hongqiao, where the vehicle stays until the end of the period. */
    static Ride ride(String id, String from, String to) {
        return ride(id, from, to, PEOPLES_SQUARE, null);
    }

    static Ride pinned(String id, String from, String to, String vehicle) {
        return ride(id, from, to, PEOPLES_SQUARE, new Promise(vehicle, "D-" + vehicle, true));
    }

    static Ride pinned(String id, String from, String to, String vehicle, String driver) {
        return ride(id, from, to, PEOPLES_SQUARE, new Promise(vehicle, driver, true));
    }

    /** Free to take any vehicle at People's Square, one after the other, from 6 to 22 o'clock. */
    static Driver free(String id) {
        Window shift = new Window(at("06:00"), at("22:00"));
        return new Driver(id, PEOPLES_SQUARE, null, List.of("C1"), shift, 0, 12 * 3600);
    }

    /** The same with these drivers, and so many seconds to take over a vehicle. */
    static DayApi.Facts with(DayApi.Facts facts, List<Driver> drivers, @Nullable Integer takeOver_s) {
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                drivers,
                facts.rides(),
                facts.pools(),
                takeOver_s,
                facts.restDays(),
                facts.timeFactors());
    }

    static Ride announced(String id, String from, String to, String vehicle) {
        return ride(id, from, to, PEOPLES_SQUARE, new Promise(vehicle, "D-" + vehicle, false));
    }

    /** The same where moving a ride costs so much. */
    static DayApi.Facts priced(DayApi.Facts facts, long moved_fen) {
        Weights weights = new Weights(
                Map.of("PETROL", 80), null, null, null, null, null, null, null, null, moved_fen, null, null);
        List<Unit> units = facts.units().stream()
                .map(unit -> new Unit(unit.code(), unit.region(), weights))
                .toList();
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                units,
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers(),
                facts.rides());
    }

    static Ride ride(String id, String from, String to, Place pickup, @Nullable Promise promised) {
        return new Ride(
                id,
                "U1",
                new Stop(pickup, 0),
                List.of(),
                new Stop(HONGQIAO, 0),
                new Window(at(from), at(from)),
                at(to),
                null,
                2,
                0,
                List.of("QT"),
                null,
                null,
                0,
                null,
                null,
                promised);
    }

    /** 合乘: from People's Square to Hongqiao with whoever has the same word, picked up within ten minutes, an hour on board at most. */
    static Ride shared(String id, String from, String among) {
        Window pickup = new Window(at(from), at(from).plusSeconds(600));
        return ride(id, from, "12:00").shared(3600, pickup, among);
    }

    /** The vehicle stays with the riders to the end. */
    static Ride bound(String id, String from, String to) {
        Ride ride = ride(id, from, to);
        return new Ride(
                id,
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff(),
                at(to),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                null,
                null,
                0,
                null,
                null,
                null);
    }
}
