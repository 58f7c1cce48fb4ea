package org.motorpool.telematics.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a vehicle is and what it does: stands at home, patrols a road, or drives for an order. Thread-safe. */
final class VirtualVehicle {
    /** What the terminal would measure now. */
    record Reading(Place place, double speed_kmh, double heading_deg, boolean ignitionOn, long odometer_m) {}

    /** How far an order has been driven. */
    enum Leg {
        TO_PICKUP,
        TO_DROPOFF,
        AT_DROPOFF,
        TO_HOME,
        HOME
    }

    /** An order on the road. */
    private record Mission(UUID orderId, Place dropoff, Leg leg) {
        Mission on(Leg next) {
            return new Mission(orderId, dropoff, next);
        }
    }

    private final Place home;
    private final double cruise_kmh;
    private final @Nullable Route patrol;
    private final Deque<Route> ahead = new ArrayDeque<>();
    private @Nullable Drive drive;
    private @Nullable Mission mission;
    private Place place;
    private double heading_deg;
    private double odometer_m;

    /** A vehicle that patrols that road while it has no order; null to stand at home. */
    VirtualVehicle(Place home, double cruise_kmh, long odometer_m, @Nullable Route patrol) {
        this.home = home;
        this.cruise_kmh = cruise_kmh;
        this.patrol = patrol;
        this.place = home;
        this.odometer_m = odometer_m;
    }

    synchronized Reading reading() {
        double speed_kmh = drive == null ? 0 : drive.speed_kmh();
        return new Reading(place, speed_kmh, heading_deg, drive != null, (long) odometer_m);
    }

    /** Lets time pass. */
    synchronized void advance(double seconds) {
        if (drive == null && mission == null && patrol != null) {
            startPatrol(patrol);
        }
        if (drive == null) {
            return;
        }
        odometer_m += drive.advance(seconds);
        place = drive.place();
        heading_deg = drive.heading_deg();
        if (drive.arrived()) {
            endOfRoute();
        }
    }

    /** Leaves for an order: to the pick-up place, then to the drop-off place. False while another order is under way. */
    synchronized boolean depart(UUID orderId, Place pickup, Place dropoff) {
        if (mission != null) {
            return mission.orderId.equals(orderId);
        }
        mission = new Mission(orderId, dropoff, Leg.TO_PICKUP);
        ahead.clear();
        drive = new Drive(Route.between(place, pickup), cruise_kmh);
        return true;
    }

    /** Drives home after the passengers got off. */
    synchronized void driveHome(UUID orderId) {
        if (mission != null && mission.orderId.equals(orderId) && mission.leg == Leg.AT_DROPOFF) {
            mission = mission.on(Leg.TO_HOME);
            drive = new Drive(Route.between(place, home), cruise_kmh);
        }
    }

    /** The order is done; the vehicle is free. */
    synchronized void release(UUID orderId) {
        if (mission != null && mission.orderId.equals(orderId)) {
            mission = null;
        }
    }

    /** Whether it drives for an order. */
    synchronized boolean busy() {
        return mission != null;
    }

    /** How far the order has been driven; empty when the vehicle does not drive for it. */
    synchronized Optional<Leg> findLeg(UUID orderId) {
        return Optional.ofNullable(mission)
                .filter(under -> under.orderId.equals(orderId))
                .map(Mission::leg);
    }

    /** How long the way to a place takes, roughly. */
    synchronized double estimate_s(Place to) {
        double mean_ms = cruise_kmh / 3.6 * 0.8;
        return Route.between(place, to).length_m() / mean_ms;
    }

    private void startPatrol(Route road) {
        Route back = road.reversed();
        ahead.clear();
        ahead.add(back);
        drive = new Drive(road.startingAt(place), cruise_kmh);
    }

    private void endOfRoute() {
        drive = null;
        Mission under = mission;
        if (under == null) {
            Route next = ahead.poll();
            if (next != null) {
                ahead.add(next.reversed());
                drive = new Drive(next, cruise_kmh);
            }
            return;
        }
        switch (under.leg) {
            case TO_PICKUP -> {
                mission = under.on(Leg.TO_DROPOFF);
                drive = new Drive(Route.between(place, under.dropoff), cruise_kmh);
            }
            case TO_DROPOFF -> mission = under.on(Leg.AT_DROPOFF);
            case TO_HOME -> mission = under.on(Leg.HOME);
            case AT_DROPOFF, HOME -> {}
        }
    }
}
