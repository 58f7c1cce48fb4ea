package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingVerdict;
import org.motorpool.dispatch.sharing.WantedUse;
import org.motorpool.planner.contract.PlannerCommand;

/** Puts the candidates into the planner's words: only vehicles with a driver who may drive them, only rides they may serve. */
final class PlanningTask {

    /** A vehicle may drive to the first pick-up before the period, and home after the last drop-off. */
    static final Duration APPROACH = Duration.ofHours(4);

    private final Candidates candidates;
    private final PlannerCommand.Period available;
    private final Map<UUID, List<PlannerCommand.Period>> absencesByDriver;
    private final Map<UUID, DriverFile> driversByVehicle;

    PlanningTask(Candidates candidates, PlannerCommand.Period available) {
        this.candidates = candidates;
        this.available = available;
        absencesByDriver = candidates.absences().stream()
                .collect(Collectors.groupingBy(
                        Absence::driverId, Collectors.mapping(PlanningTask::period, Collectors.toList())));
        driversByVehicle = candidates.drivers().stream()
                .filter(driver -> driver.vehicleId() != null && !isAbsent(driver))
                .collect(Collectors.toMap(DriverFile::vehicleId, Function.identity(), (first, _) -> first));
    }

    /** When vehicles may be used to serve these requests. */
    static PlannerCommand.Period available(Instant from, Instant to, List<UseRequest> requests) {
        Instant last = requests.stream()
                .map(request -> request.view().returnAt())
                .max(Comparator.naturalOrder())
                .filter(to::isBefore)
                .orElse(to);
        return new PlannerCommand.Period(from.minus(APPROACH), last.plus(APPROACH));
    }

    PlannerCommand.SolvePlan solve(UUID planId, String planningUnit, int seconds) {
        List<VehicleFile> usable =
                candidates.vehicles().stream().filter(this::hasDriver).toList();
        return new PlannerCommand.SolvePlan(
                planId,
                planningUnit,
                seconds,
                planId.getLeastSignificantBits(),
                usable.stream().map(this::vehicle).toList(),
                candidates.requests().stream()
                        .map(request -> ride(request, usable))
                        .toList());
    }

    /** All the time: the vehicle is left out. */
    private boolean isAbsent(DriverFile driver) {
        return absences(driver).stream()
                .anyMatch(absence -> !absence.from().isAfter(available.from())
                        && !absence.to().isBefore(available.to()));
    }

    private List<PlannerCommand.Period> absences(DriverFile driver) {
        return absencesByDriver.getOrDefault(driver.id(), List.of());
    }

    private static PlannerCommand.Period period(Absence absence) {
        return new PlannerCommand.Period(
                absence.period().from(), absence.period().to());
    }

    private boolean hasDriver(VehicleFile vehicle) {
        DriverFile driver = driversByVehicle.get(vehicle.id());
        return driver != null && LicenceRule.check(vehicle, driver).isEmpty();
    }

    private PlannerCommand.Vehicle vehicle(VehicleFile vehicle) {
        DriverFile driver = driversByVehicle.get(vehicle.id());
        if (driver == null) {
            throw new IllegalStateException("vehicle %s without a driver is planned".formatted(vehicle.id()));
        }
        return new PlannerCommand.Vehicle(
                vehicle.id(),
                driver.id(),
                UnitCodes.last(vehicle.unitPath()),
                vehicle.regionCode(),
                vehicle.category(),
                vehicle.seats(),
                place(vehicle.home()),
                available,
                busy(vehicle, driver),
                cost_fen_per_km(vehicle.energyType()),
                vehicle.isNewEnergy());
    }

    private List<PlannerCommand.Period> busy(VehicleFile vehicle, DriverFile driver) {
        Stream<PlannerCommand.Period> promised = candidates.bookings().stream()
                .filter(booking -> booking.vehicleId().equals(vehicle.id())
                        || booking.driverId().equals(driver.id()))
                .map(booking -> new PlannerCommand.Period(booking.from(), booking.to()));
        return Stream.concat(promised, absences(driver).stream()).toList();
    }

    private int cost_fen_per_km(String energyType) {
        Integer cost = candidates.costs_fen_per_km().get(energyType);
        if (cost == null) {
            throw new IllegalStateException("running_cost_rule has no row in force for %s".formatted(energyType));
        }
        return cost;
    }

    private PlannerCommand.Ride ride(UseRequest request, List<VehicleFile> usable) {
        RequestApi.Request view = request.view();
        return new PlannerCommand.Ride(
                view.id(),
                request.unitCode(),
                view.regionCode(),
                place(view.pickup()),
                place(view.dropoff()),
                new PlannerCommand.Period(view.departAt(), view.returnAt()),
                view.passengers(),
                candidates.rules().categories(view.category()),
                usable.stream()
                        .filter(vehicle -> mayServe(request, vehicle))
                        .map(VehicleFile::id)
                        .toList(),
                0);
    }

    /** The rule of every order, but for caps, which are counted when the order is made. */
    private boolean mayServe(UseRequest request, VehicleFile vehicle) {
        return Eligibility.check(request.view(), vehicle, candidates.rules()).isEmpty()
                && !(candidates.sharing().judge(new WantedUse(request.view(), request.unitPath()), vehicle)
                        instanceof SharingVerdict.Refused);
    }

    private static PlannerCommand.Place place(VehicleApi.Place place) {
        return new PlannerCommand.Place(place.latitude(), place.longitude());
    }
}
