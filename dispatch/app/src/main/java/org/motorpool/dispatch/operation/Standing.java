package org.motorpool.dispatch.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.PreemptedOrder;
import org.motorpool.dispatch.operation.store.ReadyVehicles.Ready;

/** How vehicles stand to a mobilisation: how far they are, and which orders they would leave. Pure. */
final class Standing {

    private static final Set<OrderStatus> WAITING = Set.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED);

    private Standing() {}

    /** Vehicles within reach whose orders may all be preempted: what has departed stays. */
    static List<Ranking.Vehicle> vehicles(Mobilisation wanted, List<Ready> ready, List<VehicleOrder> orders) {
        return ready.stream()
                .filter(vehicle ->
                        ofVehicle(vehicle, orders).stream().allMatch(order -> WAITING.contains(order.status())))
                .map(vehicle -> vehicle(wanted, vehicle, ofVehicle(vehicle, orders)))
                .filter(vehicle -> wanted.radius_km() == null || vehicle.distance_km() <= wanted.radius_km())
                .toList();
    }

    static List<Need> largestFirst(List<Need> needs) {
        return needs.stream()
                .sorted(Comparator.comparing(Need::seats).reversed())
                .toList();
    }

    private static List<VehicleOrder> ofVehicle(Ready vehicle, List<VehicleOrder> orders) {
        return orders.stream()
                .filter(order -> vehicle.id().equals(order.view().vehicleId())
                        || vehicle.driverId().equals(order.view().driverId()))
                .toList();
    }

    private static Ranking.Vehicle vehicle(Mobilisation wanted, Ready ready, List<VehicleOrder> orders) {
        return new Ranking.Vehicle(
                ready.id(),
                ready.plate(),
                ready.unitName(),
                ready.category(),
                ready.seats(),
                ready.driverId(),
                ready.driverName(),
                Reach.km(wanted.assembly(), ready.latitude(), ready.longitude()),
                orders.stream().map(Standing::preempted).toList());
    }

    private static PreemptedOrder preempted(VehicleOrder order) {
        return new PreemptedOrder(
                order.id(),
                order.view().number(),
                order.view().requestId(),
                order.view().requestUnitName(),
                order.view().passengers(),
                order.view().from(),
                order.view().to());
    }
}
