package org.motorpool.dispatch.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.PreemptedOrder;

/**
 * Which vehicles a mobilisation takes: free ones by their distance to the assembly place; then those with ordinary orders, by what
 * preempting them costs: how many orders, how many passengers, how soon they would depart. Pure.
 */
final class Ranking {

    private Ranking() {}

    /**
     * A vehicle with its driver, ready to go.
     *
     * @param orders ordinary orders of vehicle or driver in the period that have not departed; empty when it is free
     */
    record Vehicle(
            UUID id,
            String plate,
            String unitName,
            String category,
            int seats,
            UUID driverId,
            String driverName,
            double distance_km,
            List<PreemptedOrder> orders) {
        Vehicle {
            orders = List.copyOf(orders);
        }

        private int passengers() {
            return orders.stream().mapToInt(PreemptedOrder::passengers).sum();
        }

        private Instant firstDeparture() {
            return orders.stream()
                    .map(PreemptedOrder::from)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }
    }

    /** A vehicle for a need. */
    record Choice(Need need, Vehicle vehicle) {}

    private static final Comparator<Vehicle> CHEAPEST = Comparator.<Vehicle>comparingInt(
                    vehicle -> vehicle.orders().size())
            .thenComparingInt(Vehicle::passengers)
            .thenComparing(Vehicle::firstDeparture, Comparator.reverseOrder())
            .thenComparingDouble(Vehicle::distance_km)
            .thenComparing(Vehicle::plate);

    /** Vehicles for the needs, the largest need first, so that a large vehicle is not spent on a small one. */
    static List<Choice> choose(List<Need> needs, List<Vehicle> vehicles) {
        List<Choice> chosen = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (Need need : Standing.largestFirst(needs)) {
            ranked(need, vehicles).stream()
                    .filter(vehicle -> !taken.contains(vehicle.id()))
                    .limit(need.vehicles())
                    .forEach(vehicle -> {
                        taken.add(vehicle.id());
                        chosen.add(new Choice(need, vehicle));
                    });
        }
        return List.copyOf(chosen);
    }

    /** Vehicles that have the seats, the cheapest first. */
    static List<Vehicle> ranked(Need need, List<Vehicle> vehicles) {
        return vehicles.stream()
                .filter(vehicle -> vehicle.seats() >= need.seats())
                .sorted(CHEAPEST)
                .toList();
    }
}
