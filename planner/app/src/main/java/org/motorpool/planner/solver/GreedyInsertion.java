package org.motorpool.planner.solver;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Gives each unserved ride, the most urgent first, to the vehicle that takes it at the least added cost. */
final class GreedyInsertion {

    private static final Comparator<PlanRide> MOST_URGENT_FIRST = Comparator.comparingInt(
                    (PlanRide ride) -> -ride.facts().priority())
            .thenComparingLong(PlanRide::from_s)
            .thenComparingInt(PlanRide::index);

    private final List<PlanVehicle> vehicles;

    GreedyInsertion(List<PlanVehicle> vehicles) {
        this.vehicles = vehicles;
    }

    /** Changes the vehicles' lists of rides; rides that fit nowhere stay out. */
    void insertAll(List<PlanRide> unserved) {
        unserved.stream().sorted(MOST_URGENT_FIRST).forEach(this::insert);
    }

    private void insert(PlanRide ride) {
        findCheapest(ride).ifPresent(vehicle -> vehicle.getRides().add(position(vehicle, ride), ride));
    }

    private Optional<PlanVehicle> findCheapest(PlanRide ride) {
        PlanVehicle cheapest = null;
        long least_fen = Long.MAX_VALUE;
        for (PlanVehicle vehicle : vehicles) {
            OptionalLong cost_fen = findCost(vehicle, ride);
            if (cost_fen.isPresent() && cost_fen.getAsLong() < least_fen) {
                least_fen = cost_fen.getAsLong();
                cheapest = vehicle;
            }
        }
        return Optional.ofNullable(cheapest);
    }

    /** What the ride adds to the vehicle's day, fen; empty when the vehicle cannot take it. */
    static OptionalLong findCost(PlanVehicle vehicle, PlanRide ride) {
        if (!vehicle.suits(ride)) {
            return OptionalLong.empty();
        }
        int position = position(vehicle, ride);
        PlanRide previous = neighbour(vehicle, position - 1);
        PlanRide next = neighbour(vehicle, position);
        boolean inTime =
                (previous == null || ride.lateness_s(previous) == 0) && (next == null || next.lateness_s(ride) == 0);
        return inTime ? OptionalLong.of(RideCost.insertion_fen(vehicle, previous, ride, next)) : OptionalLong.empty();
    }

    private static int position(PlanVehicle vehicle, PlanRide ride) {
        List<PlanRide> rides = vehicle.getRides();
        int position = rides.size();
        while (position > 0 && rides.get(position - 1).from_s() > ride.from_s()) {
            position--;
        }
        return position;
    }

    private static @Nullable PlanRide neighbour(PlanVehicle vehicle, int position) {
        List<PlanRide> rides = vehicle.getRides();
        return position < 0 || position >= rides.size() ? null : rides.get(position);
    }
}
