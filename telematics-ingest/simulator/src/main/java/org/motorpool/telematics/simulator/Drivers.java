package org.motorpool.telematics.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drivers: accept their orders, drive them with their vehicle, and tell the driver app each step. */
final class Drivers implements Role {
    private static final String DISPATCHER = "dispatcher";
    private static final String OPEN_ORDERS = "/api/v1/orders?status=ASSIGNED,ACCEPTED,DEPARTED,ARRIVED";
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final ApiClient dispatch;
    private final ApiClient mobile;
    private final Map<UUID, VirtualVehicle> vehicles;
    private final Progress progress;
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Set<UUID> unserved = new HashSet<>();

    /** The steps of the driver app. */
    private enum Step {
        ACCEPT("accept", Progress.Kind.ORDERS_ACCEPTED),
        DEPART("depart", Progress.Kind.TRIPS_DEPARTED),
        ARRIVE("arrive", Progress.Kind.TRIPS_ARRIVED),
        RETURN("return", Progress.Kind.TRIPS_RETURNED);

        private final String path;
        private final Progress.Kind kind;

        Step(String path, Progress.Kind kind) {
            this.path = path;
            this.kind = kind;
        }
    }

    /** A step keeps its event id when it is sent again, so the server knows it. */
    private static final class Attempt {
        private final UUID eventId;
        private Instant next = Instant.EPOCH;

        Attempt(UUID eventId) {
            this.eventId = eventId;
        }
    }

    Drivers(ApiClient dispatch, ApiClient mobile, Map<UUID, VirtualVehicle> vehicles, Progress progress) {
        this.dispatch = dispatch;
        this.mobile = mobile;
        this.vehicles = Map.copyOf(vehicles);
        this.progress = progress;
    }

    @Override
    public void act() throws ApiClient.Refusal {
        dispatch.list(DISPATCHER, OPEN_ORDERS, Api.Order.class).forEach(this::work);
    }

    private void work(Api.Order order) {
        VirtualVehicle vehicle = vehicles.get(order.vehicleId());
        String driver = order.driverUsername();
        if (vehicle == null || driver == null) {
            if (unserved.add(order.id())) {
                progress.problem("order %s has no %s to drive it"
                        .formatted(order.id(), vehicle == null ? "virtual vehicle" : "driver account"));
            }
            return;
        }
        Instant now = Instant.now();
        switch (order.status()) {
            case "ASSIGNED" -> step(order, driver, Step.ACCEPT, null, now);
            case "ACCEPTED" -> depart(order, driver, vehicle, now);
            case "DEPARTED" -> arrive(order, driver, vehicle, now);
            case "ARRIVED" -> goHome(order, driver, vehicle, now);
            default -> {}
        }
    }

    private void depart(Api.Order order, String driver, VirtualVehicle vehicle, Instant now) {
        Duration lead =
                Duration.ofSeconds((long) vehicle.estimate_s(order.pickup())).plus(MARGIN);
        if (now.isBefore(order.from().minus(lead)) || vehicle.busy()) {
            return;
        }
        if (step(order, driver, Step.DEPART, odometer_km(vehicle), now)) {
            vehicle.depart(order.id(), order.pickup(), order.dropoff());
        }
    }

    private void arrive(Api.Order order, String driver, VirtualVehicle vehicle, Instant now) {
        Optional<VirtualVehicle.Leg> leg = vehicle.findLeg(order.id());
        if (leg.isEmpty()) {
            vehicle.depart(order.id(), order.pickup(), order.dropoff());
        } else if (leg.get() == VirtualVehicle.Leg.AT_DROPOFF && step(order, driver, Step.ARRIVE, null, now)) {
            vehicle.driveHome(order.id());
        }
    }

    private void goHome(Api.Order order, String driver, VirtualVehicle vehicle, Instant now) {
        Optional<VirtualVehicle.Leg> leg = vehicle.findLeg(order.id());
        boolean driving = leg.isPresent() && leg.get() != VirtualVehicle.Leg.HOME;
        if (leg.isPresent() && leg.get() == VirtualVehicle.Leg.AT_DROPOFF) {
            vehicle.driveHome(order.id());
        } else if (!driving && step(order, driver, Step.RETURN, odometer_km(vehicle), now)) {
            vehicle.release(order.id());
        }
    }

    private static long odometer_km(VirtualVehicle vehicle) {
        return vehicle.reading().odometer_m() / 1000;
    }

    /** Tells the driver app a step; false when it was refused or was refused a moment ago. */
    private boolean step(Api.Order order, String driver, Step step, @Nullable Long odometer_km, Instant now) {
        Attempt attempt = attempts.computeIfAbsent(order.id() + step.path, _ -> new Attempt(Uuids.v7(now)));
        if (now.isBefore(attempt.next)) {
            return false;
        }
        attempt.next = now.plus(RETRY);
        String path = "/driver/v1/tasks/%s/%s".formatted(order.id(), step.path);
        try {
            JsonNode _ = mobile.send(driver, "POST", path, new Api.Step(attempt.eventId, now, odometer_km), dispatch);
            progress.add(step.kind, 1);
            return true;
        } catch (ApiClient.Refusal refusal) {
            progress.problem(String.valueOf(refusal.getMessage()));
            return false;
        }
    }
}
