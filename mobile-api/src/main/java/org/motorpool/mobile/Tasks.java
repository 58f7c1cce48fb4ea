package org.motorpool.mobile;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DriverApi.Task;
import org.motorpool.dispatch.contract.OrderApi.Order;
import org.motorpool.dispatch.contract.Page;

/** What an order means to its driver. */
final class Tasks {

    private Tasks() {}

    /** The next task first. */
    static Page<Task> of(Page<Order> orders) {
        return new Page<>(
                orders.items().stream()
                        .sorted(Comparator.comparing(Order::from))
                        .map(Tasks::of)
                        .toList(),
                orders.next());
    }

    static Task of(Order order) {
        return new Task(
                order.id(),
                order.number(),
                order.status(),
                nextStep(order.status()),
                order.plate(),
                order.purpose(),
                order.passengers(),
                order.pickup(),
                order.dropoff(),
                order.from(),
                order.to());
    }

    private static @Nullable String nextStep(String status) {
        return switch (status) {
            case "ASSIGNED" -> "ACCEPT";
            case "ACCEPTED" -> "DEPART";
            case "DEPARTED" -> "ARRIVE";
            case "ARRIVED" -> "RETURN";
            default -> null;
        };
    }
}
