package org.motorpool.mobile;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DriverApi.Rider;
import org.motorpool.dispatch.contract.DriverApi.Task;
import org.motorpool.dispatch.contract.OrderApi.Order;
import org.motorpool.dispatch.contract.Page;

/** What an order means to its driver. */
final class Tasks {

    private Tasks() {}

    /** The next task first; who rides with another order is part of that one's task. */
    static Page<Task> of(Page<Order> orders) {
        List<Order> inTurn = orders.items().stream()
                .sorted(Comparator.comparing(Order::from))
                .toList();
        return new Page<>(
                inTurn.stream()
                        .filter(order -> leadOf(order) == null)
                        .map(order -> of(order, riders(order, inTurn)))
                        .toList(),
                orders.next());
    }

    private static List<Rider> riders(Order lead, List<Order> orders) {
        return orders.stream()
                .filter(order -> lead.id().equals(leadOf(order)))
                .map(Tasks::rider)
                .toList();
    }

    /** What it rides with; null for nothing. */
    private static @Nullable UUID leadOf(Order order) {
        return order.course() == null ? null : order.course().ridesWithId();
    }

    private static Rider rider(Order order) {
        return new Rider(
                order.id(),
                order.number(),
                order.passengers(),
                order.pickup(),
                order.dropoff(),
                order.from(),
                order.to());
    }

    /** After a step, which is told of the order alone. */
    static Task of(Order order) {
        return of(order, List.of());
    }

    private static Task of(Order order, List<Rider> riders) {
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
                order.to(),
                riders);
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
