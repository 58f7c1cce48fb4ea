package org.motorpool.planner.bench.day;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Sharing;

/** A made day as the planner's REST takes it. */
final class DayOnWire {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T16:00:00Z");

    private final DayFacts facts;

    DayOnWire(DayFacts facts) {
        this.facts = facts;
    }

    /** @param steps ruins and recreations after the first plan */
    DayApi.Facts facts(String snapshot, int steps) {
        return new DayApi.Facts(
                snapshot,
                MIDNIGHT,
                null,
                steps,
                facts.units().stream().map(DayOnWire::unit).toList(),
                facts.agreements().stream().map(this::agreement).toList(),
                facts.chargers().stream()
                        .map(charger ->
                                new DayApi.Charger(place(charger.place()), charger.power_w(), charger.sockets()))
                        .toList(),
                facts.vehicles().stream().map(this::vehicle).toList(),
                facts.drivers().stream().map(this::driver).toList(),
                facts.rides().stream().map(this::ride).toList(),
                List.of(),
                facts.takeOver_s(),
                List.of(),
                facts.timeFactors().stream().map(DayOnWire::timeFactor).toList());
    }

    private static DayApi.TimeFactor timeFactor(DayFacts.TimeFactor factor) {
        return new DayApi.TimeFactor(
                null,
                factor.region() == DayFacts.NONE ? null : Integer.toString(factor.region()),
                factor.fromHour(),
                factor.toHour(),
                factor.factor());
    }

    private static DayApi.Unit unit(DayFacts.Unit unit) {
        DayFacts.Weights weights = unit.weights();
        Map<String, Integer> km_fen = weights.km_fen().entrySet().stream()
                .collect(Collectors.toMap(price -> price.getKey().name(), Map.Entry::getValue));
        return new DayApi.Unit(
                unit.code(),
                Integer.toString(unit.region()),
                new DayApi.Weights(
                        km_fen,
                        weights.deadheadKm_fen(),
                        weights.waiting_h_fen(),
                        weights.overtime_h_fen(),
                        weights.vehicle_fen(),
                        weights.driver_fen(),
                        weights.otherRegion_fen(),
                        weights.notNewEnergy_fen(),
                        weights.handover_fen(),
                        weights.moved_fen(),
                        weights.fairness_fen(),
                        weights.unserved_fen()));
    }

    private DayApi.Agreement agreement(DayFacts.Agreement agreement) {
        return new DayApi.Agreement(
                unit(agreement.owner()), unit(agreement.user()), agreement.ride_fen(), agreement.km_fen());
    }

    private String unit(int unit) {
        return facts.units().get(unit).code();
    }

    private DayApi.Place place(int number) {
        DayFacts.Place place = facts.places().get(number);
        return new DayApi.Place(place.latitude(), place.longitude(), Integer.toString(place.region()));
    }

    private DayApi.Vehicle vehicle(DayFacts.Vehicle vehicle) {
        DayFacts.Tank tank = vehicle.tank();
        return new DayApi.Vehicle(
                vehicle.name(),
                unit(vehicle.unit()),
                place(vehicle.home()),
                Integer.toString(vehicle.category()),
                vehicle.seats(),
                vehicle.boot(),
                Integer.toString(vehicle.licence()),
                new DayApi.Tank(
                        tank.energy().name(),
                        tank.range_m(),
                        tank.charge_m(),
                        tank.power_w(),
                        tank.use_wh_km(),
                        tank.chargingPlaces().stream().map(this::place).toList()),
                vehicle.regions().stream()
                        .map(region -> Integer.toString(region))
                        .toList(),
                vehicle.offered(),
                vehicle.blocked().stream().map(DayOnWire::window).toList());
    }

    private DayApi.Driver driver(DayFacts.Driver driver) {
        return new DayApi.Driver(
                driver.name(),
                place(driver.place()),
                driver.vehicle() == DayFacts.NONE
                        ? null
                        : facts.vehicles().get(driver.vehicle()).name(),
                driver.licences().stream()
                        .map(licence -> Integer.toString(licence))
                        .toList(),
                window(driver.shift()),
                driver.mostOvertime_s(),
                driver.mostDriving_s());
    }

    DayApi.Ride ride(DayFacts.Ride ride) {
        return new DayApi.Ride(
                ride.name(),
                unit(ride.unit()),
                stop(ride.pickup()),
                ride.via().stream().map(this::stop).toList(),
                stop(ride.dropoff()),
                window(ride.pickupTime()),
                at(ride.latestDropoff_s()),
                null,
                ride.passengers(),
                ride.baggage(),
                ride.categories().stream()
                        .map(category -> Integer.toString(category))
                        .toList(),
                eligible(ride.eligibility()),
                ride.sharing() instanceof Sharing.Pooled(int most_s, int _) ? most_s : null,
                ride.priority(),
                ride.after() == DayFacts.NONE
                        ? null
                        : facts.rides().get(ride.after()).name(),
                ride.rental_fen() == DayFacts.NONE ? null : ride.rental_fen(),
                null,
                null,
                ride.sharing() instanceof Sharing.Pooled(int _, int circle) && circle != DayFacts.NONE
                        ? Integer.toString(circle)
                        : null);
    }

    private @Nullable List<String> eligible(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Any() -> null;
            case Eligibility.Only(var vehicles) ->
                vehicles.stream()
                        .map(vehicle -> facts.vehicles().get(vehicle).name())
                        .toList();
        };
    }

    private DayApi.Stop stop(DayFacts.Stop stop) {
        return new DayApi.Stop(place(stop.place()), stop.service_s());
    }

    private static DayApi.Window window(DayFacts.Window window) {
        return new DayApi.Window(at(window.from_s()), at(window.to_s()));
    }

    private static Instant at(int at_s) {
        return MIDNIGHT.plusSeconds(at_s);
    }
}
