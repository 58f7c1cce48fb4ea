package org.motorpool.dispatch.assignment;

import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.request.UseRequest;

/** An order and its request after a change to both. */
public record OrderChange(VehicleOrder order, UseRequest request) {

    /** Tell the open consoles, also of a unit whose vehicle was just withdrawn; after the commit. */
    public void push(Push push) {
        push.tell(order.change());
        push.tell(request.change(order.change().unitPaths()));
    }
}
