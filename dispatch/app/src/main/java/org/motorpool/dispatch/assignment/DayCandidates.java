package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.sharing.SharingBook;

/**
 * What a running day is made from.
 *
 * @param vehicles in service
 * @param drivers on duty with a vehicle, and with none
 * @param orders that hold vehicles or drivers on the day
 * @param riders 合乘: orders that ride with one of these
 * @param absences when drivers are on leave or between shifts
 * @param sharing what may be used of other units
 * @param costs_fen_per_km running cost by energy type
 * @param longestDriving of a driver in a day
 * @param pooling what places say of riders who share a vehicle
 * @param workingDays of the calendar around the day
 * @param batteries how far electric vehicles come, and where they charge
 */
record DayCandidates(
        LocalDate day,
        List<VehicleFile> vehicles,
        List<DriverFile> drivers,
        List<VehicleOrder> orders,
        List<VehicleOrder> riders,
        List<Absence> absences,
        ServingRules rules,
        SharingBook sharing,
        Map<String, Integer> costs_fen_per_km,
        Duration longestDriving,
        PoolingBook pooling,
        WorkingDays workingDays,
        Batteries batteries) {

    /** The planner plans so much at a time. */
    static final Duration LENGTH = Duration.ofHours(36);

    DayCandidates {
        vehicles = List.copyOf(vehicles);
        drivers = List.copyOf(drivers);
        orders = List.copyOf(orders);
        riders = List.copyOf(riders);
        absences = List.copyOf(absences);
        costs_fen_per_km = Map.copyOf(costs_fen_per_km);
    }

    Instant midnight() {
        return Days.start(day);
    }

    Instant end() {
        return midnight().plus(LENGTH);
    }

    /** 休息日 among the day, the one before and the one after. */
    List<LocalDate> restDays() {
        return Stream.of(day.minusDays(1), day, day.plusDays(1))
                .filter(each -> !workingDays.isWorkday(each))
                .toList();
    }

    /** The same day with some of its vehicles, their drivers, and what either is promised for. */
    DayCandidates withVehicles(Set<UUID> kept) {
        List<DriverFile> crew = drivers.stream()
                .filter(driver -> driver.vehicleId() == null || kept.contains(driver.vehicleId()))
                .toList();
        Set<UUID> known = crew.stream().map(DriverFile::id).collect(Collectors.toSet());
        return new DayCandidates(
                day,
                vehicles.stream().filter(vehicle -> kept.contains(vehicle.id())).toList(),
                crew,
                orders.stream()
                        .filter(order -> kept.contains(order.view().vehicleId())
                                || known.contains(order.view().driverId()))
                        .toList(),
                riders,
                absences.stream()
                        .filter(absence -> known.contains(absence.driverId()))
                        .toList(),
                rules,
                sharing,
                costs_fen_per_km,
                longestDriving,
                pooling,
                workingDays,
                batteries);
    }

    DayCandidates withOrders(List<VehicleOrder> others) {
        return with(vehicles, others, absences);
    }

    private DayCandidates with(List<VehicleFile> fleet, List<VehicleOrder> promised, List<Absence> away) {
        return new DayCandidates(
                day,
                fleet,
                drivers,
                promised,
                riders,
                away,
                rules,
                sharing,
                costs_fen_per_km,
                longestDriving,
                pooling,
                workingDays,
                batteries);
    }

    /** 合乘: when and where the vehicle of an order lets people on and off. */
    SharedRoute route(VehicleOrder lead) {
        return SharedRoute.of(
                lead,
                riders.stream()
                        .filter(rider -> lead.id().equals(rider.view().course().ridesWithId()))
                        .toList());
    }

    /** With a vehicle that is out of service, but was planned with. */
    DayCandidates with(VehicleFile vehicle) {
        if (vehicles.stream().anyMatch(each -> each.id().equals(vehicle.id()))) {
            return this;
        }
        List<VehicleFile> more =
                Stream.concat(vehicles.stream(), Stream.of(vehicle)).toList();
        return with(more, orders, absences);
    }

    DayCandidates with(Absence absence) {
        List<Absence> more =
                Stream.concat(absences.stream(), Stream.of(absence)).toList();
        return with(vehicles, orders, more);
    }
}
