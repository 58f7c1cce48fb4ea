package org.motorpool.dispatch.federation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.OrderApi.Trip;

/**
 * The host's order that serves a guest.
 *
 * @param trip null before departure
 */
record GuestOrder(
        OrderApi.Order order,
        String vehicle,
        String energyType,
        String category,
        String bodyType,
        @Nullable Trip trip) {

    OrderStatus status() {
        return OrderStatus.valueOf(order.status());
    }

    UUID vehicleId() {
        return order.vehicleId();
    }

    /** What home was told of it. */
    String told() {
        return order.id() + " " + order.status();
    }
}
