package org.motorpool.dispatch.assignment;

import java.util.Collection;
import java.util.List;
import org.motorpool.dispatch.registry.VehicleState;

/** The state a vehicle has by its orders. */
final class VehicleOccupation {

    private static final List<OrderStatus> UNDERWAY = List.of(OrderStatus.DEPARTED, OrderStatus.ARRIVED);
    private static final List<OrderStatus> WAITING = List.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED);

    private VehicleOccupation() {}

    /** Out of service stays so: only a fleet officer puts a vehicle back. */
    static VehicleState after(VehicleState current, Collection<OrderStatus> orders) {
        if (current == VehicleState.OUT_OF_SERVICE) {
            return current;
        }
        if (orders.stream().anyMatch(UNDERWAY::contains)) {
            return VehicleState.ON_TRIP;
        }
        return orders.stream().anyMatch(WAITING::contains) ? VehicleState.ASSIGNED : VehicleState.IDLE;
    }
}
