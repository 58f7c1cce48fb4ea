package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.Push;

/**
 * A re-plan proposal after a change.
 *
 * @param orders that changed with it
 * @param others proposals that ended with it
 */
record ReplanOutcome(Replan replan, List<OrderChange> orders, List<Replan> others) {

    ReplanOutcome {
        orders = List.copyOf(orders);
        others = List.copyOf(others);
    }

    static ReplanOutcome of(Replan replan) {
        return new ReplanOutcome(replan, List.of(), List.of());
    }

    /** Tell the open consoles; after the commit. */
    void push(Push push) {
        orders.forEach(change -> change.push(push));
        Stream.concat(others.stream(), Stream.of(replan)).forEach(each -> push.tell(each.change()));
    }
}
