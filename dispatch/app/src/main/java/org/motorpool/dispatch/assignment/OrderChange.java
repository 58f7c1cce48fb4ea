package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.request.UseRequest;

/**
 * An order and its request after a change to both.
 *
 * @param others orders that the change touched too
 * @param formerPaths units whose vehicle was withdrawn by it
 * @param along 合乘: the same of the orders that ride with it
 */
public record OrderChange(
        VehicleOrder order,
        UseRequest request,
        List<VehicleOrder> others,
        List<String> formerPaths,
        List<OrderChange> along) {

    public OrderChange {
        others = List.copyOf(others);
        formerPaths = List.copyOf(formerPaths);
        along = List.copyOf(along);
    }

    public OrderChange(VehicleOrder order, UseRequest request, List<VehicleOrder> others, List<String> formerPaths) {
        this(order, request, others, formerPaths, List.of());
    }

    public OrderChange(VehicleOrder order, UseRequest request) {
        this(order, request, List.of(), List.of());
    }

    /** With what became of those who ride with it. */
    OrderChange along(List<OrderChange> riders) {
        return new OrderChange(order, request, others, formerPaths, riders);
    }

    /** Tell the open consoles, also of a unit whose vehicle was just withdrawn; after the commit. */
    public void push(Push push) {
        List<String> paths = Stream.concat(order.change().unitPaths().stream(), formerPaths.stream())
                .distinct()
                .toList();
        push.tell(new Push.Change("order", paths, order.view()));
        push.tell(request.change(paths));
        others.forEach(other -> push.tell(other.change()));
        along.forEach(rider -> rider.push(push));
    }
}
