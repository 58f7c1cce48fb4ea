package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.registry.VehicleFile;

/** Who is picked up and dropped where and when by a vehicle that riders share 合乘. */
record SharedRoute(List<Ride> rides) {

    private static final String ROAD_LAW = "《道路交通安全法》第四十九条";

    /** One order's riders, from when to when they are on board. */
    record Ride(VehicleOrder order, Instant from, Instant to) {

        static Ride of(VehicleOrder order) {
            Instant dropoffAt = order.view().course().dropoffAt();
            return new Ride(
                    order, order.view().from(), dropoffAt == null ? order.view().to() : dropoffAt);
        }

        OrderApi.Order view() {
            return order.view();
        }
    }

    /** A place where riders get on or off. */
    record Stop(Ride ride, boolean getOn) {

        Instant at() {
            return getOn ? ride.from() : ride.to();
        }

        Place place() {
            return getOn ? ride.view().pickup() : ride.view().dropoff();
        }

        int riders() {
            return getOn ? ride.view().passengers() : -ride.view().passengers();
        }
    }

    SharedRoute {
        rides = List.copyOf(rides);
    }

    static SharedRoute of(VehicleOrder lead, List<VehicleOrder> riders) {
        return new SharedRoute(Stream.concat(Stream.of(lead), riders.stream())
                .filter(order -> order.status() != OrderStatus.NO_SHOW && order.status() != OrderStatus.CANCELLED)
                .map(Ride::of)
                .toList());
    }

    SharedRoute with(Ride more) {
        return new SharedRoute(Stream.concat(rides.stream(), Stream.of(more)).toList());
    }

    /** In their time; who gets off makes room for who gets on. */
    List<Stop> stops() {
        return rides.stream()
                .flatMap(ride -> Stream.of(new Stop(ride, true), new Stop(ride, false)))
                .sorted(Comparator.comparing(Stop::at).thenComparing(Stop::getOn))
                .toList();
    }

    Instant from() {
        return rides.stream().map(Ride::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    Instant to() {
        return rides.stream().map(Ride::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** What it means at the wheel. */
    PlannedDrive drive() {
        return PlannedDrive.of(from(), to(), places(stops()));
    }

    /** How many are on board at once, at most. */
    int most() {
        int onBoard = 0;
        int most = 0;
        for (Stop stop : stops()) {
            onBoard += stop.riders();
            most = Math.max(most, onBoard);
        }
        return most;
    }

    Optional<Violation> seats(VehicleFile vehicle) {
        return most() <= vehicle.seats()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "seats-insufficient",
                        ROAD_LAW,
                        "车辆 %s 可乘 %d 人，合乘同时 %d 人，请另选车辆".formatted(vehicle.plate(), vehicle.seats(), most()),
                        "vehicle %s takes %d passengers, %d would ride together; choose another"
                                .formatted(vehicle.plate(), vehicle.seats(), most())));
    }

    /** Estimated from getting on to getting off, over every stop between. */
    Duration onBoard(Ride ride) {
        List<Stop> between = new ArrayList<>();
        boolean riding = false;
        for (Stop stop : stops()) {
            boolean own = stop.ride().equals(ride);
            riding |= own;
            if (riding) {
                between.add(stop);
            }
            if (own && !stop.getOn()) {
                break;
            }
        }
        return PlannedDrive.of(ride.from(), ride.to(), places(between)).out();
    }

    private static List<Place> places(List<Stop> stops) {
        return stops.stream().map(Stop::place).toList();
    }
}
