package org.motorpool.dispatch.assignment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.planner.contract.DayApi;

/**
 * Drivers on duty with no vehicle: they begin where most vehicles of their unit stand that nobody is on duty with, and take one of those
 * after the other.
 */
final class SpareDrivers {

    private final DayCandidates candidates;
    private final Map<UUID, VehicleFile> unmanned;
    private final Map<UUID, Spare> spares;

    /** A driver, and where the driver begins. */
    private record Spare(DriverFile driver, Place place) {}

    /** @param manned vehicles that somebody is on duty with */
    SpareDrivers(DayCandidates candidates, Set<UUID> manned) {
        this.candidates = candidates;
        this.unmanned = candidates.vehicles().stream()
                .filter(vehicle -> !manned.contains(vehicle.id()))
                .collect(Collectors.toMap(VehicleFile::id, Function.identity()));
        Map<UUID, Place> places = unmanned.values().stream()
                .collect(Collectors.groupingBy(
                        VehicleFile::unitId,
                        Collectors.collectingAndThen(Collectors.toList(), SpareDrivers::mostStand)));
        this.spares = candidates.drivers().stream()
                .filter(driver -> driver.vehicleId() == null)
                .flatMap(
                        driver -> Stream.ofNullable(places.get(driver.unitId())).map(place -> new Spare(driver, place)))
                .collect(Collectors.toMap(each -> each.driver().id(), Function.identity()));
    }

    private static Place mostStand(List<VehicleFile> fleet) {
        Map<Place, Integer> standing = new HashMap<>();
        fleet.forEach(vehicle -> standing.merge(vehicle.home(), 1, Integer::sum));
        return standing.entrySet().stream()
                .max(Map.Entry.<Place, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Place::toString)))
                .orElseThrow()
                .getKey();
    }

    /** With when each is free: the longest time without leave, between shifts, or in other vehicles. */
    List<DayApi.Driver> list(Predicate<OrderApi.Order> elsewhere) {
        return spares.values().stream()
                .sorted(Comparator.comparing(each -> each.driver().id()))
                .flatMap(each -> free(each, elsewhere).map(free -> driver(each, free)).stream())
                .toList();
    }

    private DayApi.Driver driver(Spare spare, Period free) {
        return new DayApi.Driver(
                spare.driver().id().toString(),
                DayTask.place(spare.place()),
                null,
                LicenceRule.levels(spare.driver()),
                new DayApi.Window(free.from(), free.to()),
                free.equals(whole()) ? (int) DayTask.AROUND.toSeconds() : 0,
                (int) candidates.longestDriving().toSeconds());
    }

    /** Whether a driver of these drives the order, in a vehicle that stands where the driver begins. */
    boolean drive(OrderApi.Order order, Predicate<OrderApi.Order> elsewhere) {
        return Optional.ofNullable(spares.get(order.driverId()))
                .filter(spare -> isThere(spare, order) && !elsewhere.test(order))
                .flatMap(spare -> free(spare, elsewhere))
                .filter(free -> !free.from().isAfter(order.from()) && !free.to().isBefore(order.to()))
                .isPresent();
    }

    private boolean isThere(Spare spare, OrderApi.Order order) {
        VehicleFile vehicle = unmanned.get(order.vehicleId());
        return vehicle != null && vehicle.home().equals(spare.place());
    }

    private Optional<Period> free(Spare spare, Predicate<OrderApi.Order> elsewhere) {
        UUID id = spare.driver().id();
        Stream<Period> absent = candidates.absences().stream()
                .filter(absence -> absence.driverId().equals(id))
                .map(Absence::period);
        Stream<Period> promised = candidates.orders().stream()
                .map(VehicleOrder::view)
                .filter(order -> order.driverId().equals(id))
                .filter(order -> elsewhere.test(order) || !isThere(spare, order))
                .map(order -> new Period(order.from(), order.to()));
        return whole().without(Stream.concat(absent, promised).toList()).stream()
                .max(Comparator.comparing(Period::length));
    }

    private Period whole() {
        return new Period(
                candidates.midnight().minus(DayTask.AROUND), candidates.end().plus(DayTask.AROUND));
    }
}
