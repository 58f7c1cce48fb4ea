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
 */
public record OrderChange(VehicleOrder order, UseRequest request, List<VehicleOrder> others, List<String> formerPaths) {

    public OrderChange {
        others = List.copyOf(others);
        formerPaths = List.copyOf(formerPaths);
    }

    public OrderChange(VehicleOrder order, UseRequest request) {
        this(order, request, List.of(), List.of());
    }

    /** Tell the open consoles, also of a unit whose vehicle was just withdrawn; after the commit. */
    public void push(Push push) {
        List<String> paths = Stream.concat(order.change().unitPaths().stream(), formerPaths.stream())
                .distinct()
                .toList();
        push.tell(new Push.Change("order", paths, order.view()));
        push.tell(request.change(paths));
        others.forEach(other -> push.tell(other.change()));
    }
}
