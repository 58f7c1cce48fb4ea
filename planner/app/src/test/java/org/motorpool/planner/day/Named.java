package org.motorpool.planner.day;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;

/** The facts of other tests with ids as a command has them: each name stands for one UUID. */
final class Named {

    private Named() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static SolvePlan command(DayApi.Facts... days) {
        List<DayApi.Facts> named = List.of(days).stream().map(Named::facts).toList();
        return new SolvePlan(id("plan"), "310000-01", 10, 1, List.of(), List.of(), named);
    }

    private static String text(String name) {
        return id(name).toString();
    }

    private static @Nullable String textOrNull(@Nullable String name) {
        return name == null ? null : text(name);
    }

    private static DayApi.Facts facts(DayApi.Facts facts) {
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles().stream().map(Named::vehicle).toList(),
                facts.drivers().stream().map(Named::driver).toList(),
                facts.rides().stream().map(Named::ride).toList());
    }

    private static DayApi.Vehicle vehicle(DayApi.Vehicle vehicle) {
        return new DayApi.Vehicle(
                text(vehicle.id()),
                vehicle.unit(),
                vehicle.home(),
                vehicle.category(),
                vehicle.seats(),
                vehicle.boot(),
                vehicle.licence(),
                vehicle.tank(),
                vehicle.regions(),
                vehicle.offered(),
                vehicle.blocked());
    }

    private static DayApi.Driver driver(DayApi.Driver driver) {
        return new DayApi.Driver(
                text(driver.id()),
                driver.place(),
                textOrNull(driver.vehicle()),
                driver.licences(),
                driver.shift(),
                driver.mostOvertime_s(),
                driver.mostDriving_s());
    }

    private static DayApi.Ride ride(DayApi.Ride ride) {
        return new DayApi.Ride(
                text(ride.id()),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff(),
                ride.boundUntil(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligible() == null
                        ? null
                        : ride.eligible().stream().map(Named::text).toList(),
                ride.mostOnBoard_s(),
                ride.priority(),
                textOrNull(ride.after()),
                ride.rental_fen(),
                promise(ride.promised()));
    }

    private static DayApi.@Nullable Promise promise(DayApi.@Nullable Promise promise) {
        return promise == null
                ? null
                : new DayApi.Promise(text(promise.vehicle()), text(promise.driver()), promise.pinned());
    }
}
