package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.UseRequest;

/**
 * A running day and what happened to it, as read in one transaction.
 *
 * @param candidates the day, with the vehicle the incident is about
 * @param requests of the orders that may move, and the one the incident is about, by their ids
 */
record ReplanCase(
        Scope scope,
        Incident incident,
        Subject subject,
        Instant now,
        DayCandidates candidates,
        Map<UUID, UseRequest> requests,
        ReplanRule rule) {

    /**
     * What the incident is about.
     *
     * @param name plate, number or name
     * @param order the one that is late or was cancelled
     */
    record Subject(String name, @Nullable VehicleOrder order) {}

    ReplanCase {
        requests = Map.copyOf(requests);
    }

    /** Orders that have not departed and are dispatched by who asks, the earliest first. */
    List<VehicleOrder> movable() {
        return candidates.orders().stream().filter(this::isMovable).toList();
    }

    UseRequest request(VehicleOrder order) {
        return Objects.requireNonNull(requests.get(order.view().requestId()));
    }

    boolean isMovable(VehicleOrder order) {
        return order.status().isWaiting()
                && order.view().to().isAfter(now)
                && order.view().course().continuesOrderId() == null
                && scope.covers(order.requestUnitPath())
                && requests.containsKey(order.view().requestId());
    }

    /** Orders that cannot stay where they are whatever the ways take, emergencies and the earliest first. */
    List<VehicleOrder> lost() {
        return candidates.orders().stream()
                .filter(order -> !order.status().isUnderway())
                .filter(this::isLost)
                .sorted(Comparator.comparing(this::isOrdinary)
                        .thenComparing(order -> order.view().from()))
                .toList();
    }

    /** Orders on the road whose vehicle or driver can do no more. */
    List<VehicleOrder> stopped() {
        return incident instanceof Incident.Delay
                ? List.of()
                : candidates.orders().stream()
                        .filter(order -> order.status().isUnderway())
                        .filter(this::isLost)
                        .toList();
    }

    private boolean isOrdinary(VehicleOrder order) {
        UseRequest request = requests.get(order.view().requestId());
        return request == null || !request.view().emergency();
    }

    private boolean isLost(VehicleOrder order) {
        return switch (incident) {
            case Incident.Breakdown(UUID vehicleId, Instant until) ->
                order.view().vehicleId().equals(vehicleId) && isBefore(order, until);
            case Incident.DriverAbsent(UUID driverId, Instant until) ->
                order.view().driverId().equals(driverId) && isBefore(order, until);
            case Incident.Delay(UUID _, Instant until) -> follows(order) && isBefore(order, until);
            case Incident.LateRequest _, Incident.Cancelled _ -> false;
        };
    }

    private boolean isBefore(VehicleOrder order, @Nullable Instant until) {
        return order.view().to().isAfter(now)
                && (until == null || order.view().from().isBefore(until));
    }

    /** Whether the order has the vehicle or the driver of the late one. */
    private boolean follows(VehicleOrder order) {
        VehicleOrder late = subject.order();
        return late != null
                && !late.id().equals(order.id())
                && (late.view().vehicleId().equals(order.view().vehicleId())
                        || late.view().driverId().equals(order.view().driverId()));
    }

    Map<UUID, VehicleOrder> ordersByRequest() {
        return candidates.orders().stream()
                .collect(Collectors.toMap(order -> order.view().requestId(), Function.identity(), (first, _) -> first));
    }

    /** When the vehicle or driver of the incident is back; empty for not any more on this day. */
    Optional<Instant> until() {
        return Optional.ofNullable(
                switch (incident) {
                    case Incident.Breakdown(UUID _, Instant until) -> until;
                    case Incident.DriverAbsent(UUID _, Instant until) -> until;
                    case Incident.Delay(UUID _, Instant until) -> until;
                    case Incident.LateRequest _, Incident.Cancelled _ -> null;
                });
    }
}
