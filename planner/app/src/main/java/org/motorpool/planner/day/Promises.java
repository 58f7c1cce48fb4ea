package org.motorpool.planner.day;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayCheck;

/**
 * What people were promised is real, whatever the estimate of travel times says: a vehicle that cannot be in time for its pinned rides by
 * the estimate counts as promised in their periods instead.
 */
final class Promises {

    /** Two of a vehicle, or of a driver in two vehicles. */
    private static final Set<String> OVERLAPS = Set.of("pinned-overlap", "pinned-driver-overlap");

    private Promises() {}

    static boolean isPinned(DayApi.Ride ride) {
        return ride.promised() != null
                && ride.promised().pinned()
                && ride.promised().vehicle() != null;
    }

    static Stream<DayApi.Ride> pinned(DayApi.Facts facts) {
        return facts.rides().stream().filter(Promises::isPinned);
    }

    /** Pinned rides of the vehicles that are not in time for all of them, or have two at a time. */
    static Set<String> late(DayApi.Facts facts, Set<String> served, Map<String, DayCheck.Fault> faults) {
        Set<String> vehicles = pinned(facts)
                .filter(ride -> !served.contains(ride.id()))
                .filter(ride -> !faults.containsKey(ride.id()) || isOverlap(faults.get(ride.id())))
                .map(ride -> ride.promised().vehicle())
                .collect(Collectors.toSet());
        return pinned(facts)
                .filter(ride -> vehicles.contains(ride.promised().vehicle()))
                .map(DayApi.Ride::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOverlap(DayCheck.@Nullable Fault fault) {
        return fault != null && OVERLAPS.contains(fault.code());
    }

    /** The same facts without these rides, whose vehicles are promised in their periods, and drive them. */
    static DayApi.Facts without(DayApi.Facts facts, Set<String> late) {
        Map<String, List<DayApi.Ride>> left = pinned(facts)
                .filter(ride -> late.contains(ride.id()))
                .collect(Collectors.groupingBy(ride -> ride.promised().vehicle()));
        return with(
                facts,
                facts.vehicles().stream()
                        .map(vehicle -> promised(vehicle, left.getOrDefault(vehicle.id(), List.of())))
                        .toList(),
                facts.rides().stream().filter(ride -> !late.contains(ride.id())).toList());
    }

    private static DayApi.Vehicle promised(DayApi.Vehicle vehicle, List<DayApi.Ride> rides) {
        List<DayApi.Window> periods = rides.stream()
                .map(ride -> new DayApi.Window(ride.pickupTime().from(), ride.latestDropoff()))
                .toList();
        return blocked(vehicle, Drained.by(rides, vehicle), periods);
    }

    /** The pinned rides alone. */
    static DayApi.Facts pinnedOnly(DayApi.Facts facts) {
        return with(facts, facts.vehicles(), pinned(facts).toList());
    }

    /** The same facts with vehicles that are promised in these windows, too. */
    static DayApi.Facts promised(DayApi.Facts facts, Map<String, List<DayApi.Window>> windows) {
        return windows.isEmpty() ? facts : with(facts, blocked(facts, windows), facts.rides());
    }

    private static DayApi.Facts with(DayApi.Facts facts, List<DayApi.Vehicle> vehicles, List<DayApi.Ride> rides) {
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                vehicles,
                facts.drivers(),
                rides,
                facts.pools(),
                facts.takeOver_s(),
                facts.restDays(),
                facts.timeFactors());
    }

    private static List<DayApi.Vehicle> blocked(DayApi.Facts facts, Map<String, List<DayApi.Window>> windows) {
        return facts.vehicles().stream()
                .map(vehicle -> blocked(vehicle, vehicle.tank(), windows.getOrDefault(vehicle.id(), List.of())))
                .toList();
    }

    private static DayApi.Vehicle blocked(DayApi.Vehicle vehicle, DayApi.Tank tank, List<DayApi.Window> promised) {
        return new DayApi.Vehicle(
                vehicle.id(),
                vehicle.unit(),
                vehicle.home(),
                vehicle.category(),
                vehicle.seats(),
                vehicle.boot(),
                vehicle.licence(),
                tank,
                vehicle.regions(),
                vehicle.offered(),
                Stream.concat(vehicle.blocked().stream(), promised.stream()).toList());
    }

    /** The vehicles of the rides that were announced and may still move, by the rides' ids. */
    static Map<String, String> announced(DayApi.Facts facts) {
        return facts.rides().stream()
                .filter(ride -> ride.promised() != null
                        && !ride.promised().pinned()
                        && ride.promised().vehicle() != null)
                .collect(Collectors.toMap(
                        DayApi.Ride::id, ride -> ride.promised().vehicle()));
    }
}
