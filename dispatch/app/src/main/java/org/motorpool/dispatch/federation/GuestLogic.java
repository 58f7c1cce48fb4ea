package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.util.Optional;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Returned;

/** What home has to be told of the host's order, step by step, however many steps it took since it was looked at. */
final class GuestLogic {

    private GuestLogic() {}

    /** @param evidence of a closed order; empty before, and when it cannot be had now */
    static Moved follow(ServiceCase side, GuestOrder order, Optional<Evidenced> evidence) {
        Moved moved = Moved.to(side);
        if (!knows(side, order)) {
            moved = step(moved, HostLogic.progress(moved.to(), assigned(order)));
        }
        Instant departedAt = order.trip() == null ? null : order.trip().departedAt();
        if (departedAt != null && !side.facts().has(Departed.class)) {
            moved = step(moved, HostLogic.progress(moved.to(), new Departed(departedAt)));
        }
        Instant returnedAt = order.trip() == null ? null : order.trip().returnedAt();
        if (returnedAt != null && !side.facts().has(Returned.class)) {
            moved = step(moved, HostLogic.progress(moved.to(), new Returned(returnedAt)));
        }
        if (evidence.isPresent() && !side.facts().has(Evidenced.class)) {
            moved = step(moved, HostLogic.prove(moved.to(), evidence.get()));
        }
        return new Moved(moved.to().telling(order.told()), moved.send(), moved.effects());
    }

    private static boolean knows(ServiceCase side, GuestOrder order) {
        return side.facts()
                .find(Assigned.class)
                .map(assigned -> assigned.orderNumber().equals(order.order().number())
                        && assigned.plate().equals(order.order().plate())
                        && assigned.driverName().equals(order.order().driverName()))
                .orElse(false);
    }

    private static Assigned assigned(GuestOrder order) {
        return new Assigned(
                order.order().number(),
                order.order().plate(),
                order.vehicle(),
                order.energyType(),
                order.order().driverName());
    }

    private static Moved step(Moved before, Moved next) {
        Moved moved = before;
        for (var message : next.send()) {
            moved = moved.sending(message);
        }
        for (Effect effect : next.effects()) {
            moved = moved.doing(effect);
        }
        return new Moved(next.to(), moved.send(), moved.effects());
    }
}
