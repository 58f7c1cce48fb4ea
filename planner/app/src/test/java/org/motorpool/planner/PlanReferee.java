package org.motorpool.planner;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

/** Checks a plan against the command alone, with its own arithmetic; it knows nothing of the solver. */
public final class PlanReferee {

    private final Map<UUID, Vehicle> vehicles;
    private final Map<UUID, Ride> rides;
    private final PlanProposed plan;
    private final List<String> faults = new ArrayList<>();

    private PlanReferee(SolvePlan command, PlanProposed plan) {
        this.vehicles = command.vehicles().stream().collect(Collectors.toMap(Vehicle::vehicleId, Function.identity()));
        this.rides = command.rides().stream().collect(Collectors.toMap(Ride::requestId, Function.identity()));
        this.plan = plan;
    }

    /** Everything that is wrong with the plan; empty when it can be driven. */
    public static List<String> faults(SolvePlan command, PlanProposed plan) {
        PlanReferee referee = new PlanReferee(command, plan);
        referee.everyRideIsAnsweredOnce();
        plan.orders().forEach(referee::vehicleMayServe);
        plan.orders().stream()
                .collect(Collectors.groupingBy(ProposedOrder::vehicleId))
                .values()
                .forEach(referee::vehicleCanFollow);
        return referee.faults;
    }

    private void everyRideIsAnsweredOnce() {
        Set<UUID> answered = new HashSet<>();
        plan.orders().stream().map(ProposedOrder::requestId).forEach(id -> expect(answered.add(id), "twice: " + id));
        plan.unserved().stream().map(Unserved::requestId).forEach(id -> expect(answered.add(id), "twice: " + id));
        expect(answered.equals(rides.keySet()), "not every ride is answered");
    }

    private void vehicleMayServe(ProposedOrder order) {
        Ride ride = ride(order);
        Vehicle vehicle = requireNonNull(vehicles.get(order.vehicleId()));
        expect(order.driverId().equals(vehicle.driverId()), "driver of another vehicle: " + order);
        expect(order.period().equals(ride.period()), "period changed: " + order);
        expect(ride.eligibleVehicles().contains(vehicle.vehicleId()), "not eligible: " + order);
        expect(ride.categories().contains(vehicle.category()), "category: " + order);
        expect(ride.passengers() <= vehicle.seats(), "seats: " + order);
        Instant departure = ride.period().from().minus(drive(vehicle.home(), ride.pickup()));
        expect(!departure.isBefore(vehicle.available().from()), "departs before duty: " + order);
        expect(!ride.period().to().isAfter(vehicle.available().to()), "ends after duty: " + order);
        vehicle.busy().forEach(busy -> expect(disjoint(busy, ride.period()), "busy: " + order));
    }

    private void vehicleCanFollow(List<ProposedOrder> day) {
        List<Ride> inTurn = day.stream()
                .map(this::ride)
                .sorted(Comparator.comparing(ride -> ride.period().from()))
                .toList();
        for (int i = 1; i < inTurn.size(); i++) {
            Ride before = inTurn.get(i - 1);
            Ride after = inTurn.get(i);
            Instant arrival = before.period().to().plus(drive(before.dropoff(), after.pickup()));
            expect(!arrival.isAfter(after.period().from()), "late at " + after.requestId());
        }
    }

    private Ride ride(ProposedOrder order) {
        return requireNonNull(rides.get(order.requestId()));
    }

    private static boolean disjoint(Period one, Period other) {
        return !one.from().isBefore(other.to()) || !other.from().isBefore(one.to());
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** Haversine, 6,371 km, × 1.3; 28 km/h up to 20 km, then 75 km/h; whole minutes up. A metre is forgiven. */
    private static Duration drive(Place from, Place to) {
        double phi = Math.toRadians(to.latitude() - from.latitude());
        double lambda = Math.toRadians(to.longitude() - from.longitude());
        double h = Math.pow(Math.sin(phi / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(lambda / 2), 2);
        double km = Math.max(0, 1.3 * 2 * 6371 * Math.asin(Math.sqrt(h)) - 0.001);
        double hours = km <= 20 ? km / 28 : 20.0 / 28 + (km - 20) / 75;
        return Duration.ofMinutes((long) Math.ceil(hours * 60));
    }
}
