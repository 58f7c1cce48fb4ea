package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayApi;

/**
 * Puts the case of a re-plan into the planner's words. Its days have names of their own: the standing day that recommendations are
 * asked of stays as it is.
 */
final class ReplanFacts {

    private final ReplanCase asked;
    private final DayTask plain;
    private final Movable movable;

    ReplanFacts(ReplanCase asked) {
        this.asked = asked;
        this.movable = Movable.of(asked);
        this.plain = new DayTask(asked.candidates());
    }

    /** The day as it was. */
    PlannedDay before(Set<UUID> held) {
        return day("before", asked.candidates(), movable.holding(held), List.of());
    }

    /** The day as the incident leaves it, without the orders that need another place. */
    PlannedDay after(Set<UUID> held, Set<UUID> withheld) {
        List<VehicleOrder> left = asked.candidates().orders().stream()
                .filter(order -> !withheld.contains(order.id()))
                .toList();
        DayCandidates candidates = absent(asked.candidates().withOrders(left));
        return day(
                "replan",
                candidates,
                movable.holding(held),
                cancelled().stream().toList());
    }

    private PlannedDay day(String name, DayCandidates candidates, Movable may, List<DayApi.Ride> further) {
        DayTask task = new DayTask(candidates, may);
        DayApi.Weights weights = new DayApi.Weights(
                task.km_fen(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                asked.rule().moved_fen(),
                null,
                null);
        DayApi.Facts facts = task.facts(Ids.next().toString(), asked.now(), further, weights);
        return new PlannedDay(
                "%s.%s.%s".formatted(asked.scope().unitId(), candidates.day(), name), asked.now(), candidates, facts);
    }

    private DayCandidates absent(DayCandidates candidates) {
        return asked.incident() instanceof Incident.DriverAbsent(UUID driverId, Instant until)
                ? candidates.with(new Absence(
                        driverId, new Period(asked.now(), Objects.requireNonNullElse(until, candidates.end()))))
                : candidates;
    }

    /** The ride of the order that was cancelled, as it was promised. */
    Optional<DayApi.Ride> cancelled() {
        return Optional.ofNullable(asked.subject().order())
                .filter(_ -> asked.incident() instanceof Incident.Cancelled)
                .filter(order -> plain.isRegular(order.view()))
                .filter(order -> order.view().from().isAfter(asked.now()))
                .filter(order -> order.view().from().isBefore(asked.candidates().end()))
                .map(this::ride);
    }

    private DayApi.Ride ride(VehicleOrder order) {
        OrderApi.Order view = order.view();
        String vehicle = view.vehicleId().toString();
        return RideWords.of(
                order.id().toString(),
                UnitCodes.last(order.vehicleUnitPath()),
                new RideWords.Way(
                        DayTask.place(view.pickup()), List.of(), DayTask.place(view.dropoff()), view.from(), view.to()),
                new RideWords.Demand(
                        view.passengers(),
                        List.of(),
                        List.of(vehicle),
                        0,
                        new DayApi.Promise(vehicle, view.driverId().toString(), false)),
                asked.candidates().end());
    }

    /** What the planner must know beside the facts; empty where they say everything. */
    Optional<DayApi.Event> event(PlannedDay day, Set<String> displaced) {
        return switch (asked.incident()) {
            case Incident.Breakdown(UUID vehicleId, Instant until) -> {
                String vehicle = vehicleId.toString();
                yield Optional.of(
                        until == null ? event(day, "BROKEN_DOWN", null, vehicle, 0) : delayed(day, vehicleId, until));
            }
            case Incident.Delay(UUID _, Instant until) ->
                Optional.ofNullable(asked.subject().order())
                        .map(late -> late.view().vehicleId())
                        .filter(vehicle -> day.vehicles().containsKey(vehicle.toString()))
                        .map(vehicle -> delayed(day, vehicle, until));
            case Incident.Cancelled _ ->
                cancelled()
                        .map(DayApi.Ride::id)
                        .filter(ride -> !displaced.contains(ride))
                        .map(ride -> event(day, "CANCELLED", ride, null, 0));
            case Incident.DriverAbsent _, Incident.LateRequest _ -> Optional.empty();
        };
    }

    /** The planner counts from when it believes the vehicle to be free: the end of the order on the road, or now. */
    private DayApi.Event delayed(PlannedDay day, UUID vehicleId, Instant until) {
        Instant free = asked.candidates().orders().stream()
                .filter(order -> order.view().vehicleId().equals(vehicleId)
                        && order.status().isUnderway()
                        && plain.isRegular(order.view()))
                .map(order -> order.view().to())
                .filter(to -> to.isAfter(asked.now()))
                .findFirst()
                .orElse(asked.now());
        long late_s = Math.max(0, Duration.between(free, until).toSeconds());
        return event(day, "DELAYED", null, vehicleId.toString(), (int) late_s);
    }

    private DayApi.Event event(
            PlannedDay day, String kind, @Nullable String ride, @Nullable String vehicle, int delay_s) {
        return new DayApi.Event(day.snapshot(), kind, asked.now(), null, ride, vehicle, delay_s);
    }

    DayApi.Event requested(PlannedDay day, DayApi.Ride ride) {
        return new DayApi.Event(day.snapshot(), "REQUESTED", asked.now(), ride, null, null, 0);
    }

    /** The ride of a request that needs a place: an order's own vehicle may be one, once it is back. */
    DayApi.Ride wanted(PlannedDay day, UseRequest request) {
        Admission admission = Admission.of(request, asked.candidates());
        Optional<VehicleOrder> own = Optional.ofNullable(asked.ordersByRequest().get(request.id()))
                .filter(_ -> asked.until().isPresent());
        DayApi.Ride ride = RideWords.of(
                request,
                day.unit(request),
                own.map(order -> admission.with(order.view().vehicleId())).orElse(admission),
                null,
                asked.candidates());
        return Optional.ofNullable(asked.ordersByRequest().get(request.id()))
                .map(order -> RideWords.asOne(ride, order, asked.candidates()))
                .orElse(ride);
    }

    /** Orders that the planner takes for displaced, by the ids of their rides. */
    Set<UUID> orders(List<String> rides) {
        Map<String, UUID> ids = new HashMap<>();
        asked.candidates()
                .orders()
                .forEach(order -> ids.put(order.view().requestId().toString(), order.id()));
        return rides.stream().map(ids::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** All orders that may move of the vehicles of these. */
    Set<UUID> ofTheirVehicles(Set<UUID> orders) {
        Set<UUID> vehicles = asked.candidates().orders().stream()
                .filter(order -> orders.contains(order.id()))
                .map(order -> order.view().vehicleId())
                .collect(Collectors.toSet());
        return asked.candidates().orders().stream()
                .filter(asked::isMovable)
                .filter(order -> vehicles.contains(order.view().vehicleId()))
                .map(VehicleOrder::id)
                .collect(Collectors.toSet());
    }
}
