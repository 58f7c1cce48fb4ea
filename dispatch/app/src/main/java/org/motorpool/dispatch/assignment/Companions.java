package org.motorpool.dispatch.assignment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RecommendationApi.SharedRide;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** 合乘: which orders of a day a request may ride with, by the rules that joining them is held to. */
final class Companions {

    private final UseRequest joins;
    private final DayCandidates day;
    private final Map<UUID, VehicleFile> vehicles;
    private final Map<UUID, DriverFile> drivers;

    Companions(UseRequest joins, DayCandidates day) {
        this.joins = joins;
        this.day = day;
        this.vehicles = day.vehicles().stream().collect(Collectors.toMap(VehicleFile::id, Function.identity()));
        this.drivers = day.drivers().stream().collect(Collectors.toMap(DriverFile::id, Function.identity()));
    }

    /** With room on the way of an order: the riders of this request, and what it drives with and without them. */
    private record Room(VehicleOrder lead, Crew crew, SharedRoute before, SharedRoute after) {

        long added_minutes() {
            return atTheWheel_minutes(after.drive()) - atTheWheel_minutes(before.drive());
        }

        private static long atTheWheel_minutes(PlannedDrive drive) {
            return drive.out().plus(drive.back()).toMinutes();
        }

        SharedRide view() {
            OrderApi.Order order = lead.view();
            return new SharedRide(
                    order.id(),
                    order.number(),
                    order.vehicleId(),
                    order.plate(),
                    order.driverId(),
                    order.driverName(),
                    before.most(),
                    crew.vehicle().seats(),
                    added_minutes());
        }
    }

    /** Requests whose consent has to be known; none where this one does not share, or is served already. */
    List<UUID> asked() {
        return joins.pooling().isEmpty() || joins.status() != RequestStatus.APPROVED
                ? List.of()
                : leads().flatMap(lead -> day.route(lead).rides().stream())
                        .map(ride -> ride.view().requestId())
                        .toList();
    }

    /** The one that drives least longer first. */
    List<SharedRide> list(List<UseRequest> known, int limit) {
        Map<UUID, UseRequest> requests = Stream.concat(known.stream(), Stream.of(joins))
                .collect(Collectors.toMap(UseRequest::id, Function.identity()));
        return leads().flatMap(lead -> room(lead, requests).stream())
                .sorted(Comparator.comparingLong(Room::added_minutes)
                        .thenComparing(room -> room.lead().id()))
                .limit(limit)
                .map(Room::view)
                .toList();
    }

    private Stream<VehicleOrder> leads() {
        return day.orders().stream()
                .filter(order -> order.status().isWaiting())
                .filter(order -> order.requestUnitPath().equals(joins.unitPath()))
                .filter(order -> order.view().from().isBefore(joins.view().returnAt())
                        && order.view().to().isAfter(joins.view().departAt()));
    }

    private Optional<Room> room(VehicleOrder lead, Map<UUID, UseRequest> requests) {
        UseRequest leader = requests.get(lead.view().requestId());
        VehicleFile vehicle = vehicles.get(lead.view().vehicleId());
        DriverFile driver = drivers.get(lead.view().driverId());
        return leader == null || vehicle == null || driver == null
                ? Optional.empty()
                : Optional.of(room(lead, new Crew(joins, vehicle, driver)))
                        .filter(room -> isAllowed(room, leader, requests.values()));
    }

    private Room room(VehicleOrder lead, Crew crew) {
        Period period = new Period(joins.view().departAt(), joins.view().returnAt());
        SharedRoute before = day.route(lead);
        VehicleOrder rider = crew.riding(joins.id(), "", lead, period);
        return new Room(lead, crew, before, before.with(SharedRoute.Ride.of(rider)));
    }

    private boolean isAllowed(Room room, UseRequest leader, Collection<UseRequest> known) {
        Period period = new Period(joins.view().departAt(), joins.view().returnAt());
        return JoinRules.check(room.lead(), leader, joins, period)
                .or(() -> room.after().seats(room.crew().vehicle()))
                .or(() -> JoinRules.onBoard(room.after(), known, day.pooling()))
                .isEmpty();
    }
}
