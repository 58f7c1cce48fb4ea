package org.motorpool.dispatch.federation;

import java.util.Optional;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Returned;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.federation.GuestOrder.Driven;
import org.motorpool.dispatch.federation.GuestOrder.Hired;

/** What home has to be told of the host's order, step by step, however many steps it took since it was looked at. */
final class GuestLogic {

    private GuestLogic() {}

    /** @param evidence of an order that is over; empty before, and when it cannot be had now: then it is looked at again */
    static Moved follow(ServiceCase side, GuestOrder order, Optional<Evidenced> evidence) {
        Moved moved = Moved.to(side);
        if (!side.facts().find(Assigned.class).equals(Optional.of(order.assigned()))) {
            moved = step(moved, HostLogic.progress(moved.to(), order.assigned()));
        }
        moved = switch (order) {
            case Driven driven -> driven(moved, driven.first(), driven.last());
            case Hired _ -> moved;
        };
        if (evidence.isPresent() && !side.facts().has(Evidenced.class)) {
            moved = step(moved, HostLogic.prove(moved.to(), evidence.get()));
        }
        boolean waits = order.isProvable() && !moved.to().facts().has(Evidenced.class);
        return waits ? moved : new Moved(moved.to().telling(order.told()), moved.send(), moved.effects());
    }

    private static Moved driven(Moved before, GuestLeg first, GuestLeg last) {
        Moved moved = news(before, first.findTrip().map(Trip::departedAt).map(Departed::new));
        moved = news(moved, last.findTrip().map(Trip::returnedAt).map(Returned::new));
        return last.isNoShow()
                ? news(
                        moved,
                        Optional.of(
                                new NoShow(last.endedAt(), last.order().course().reason())))
                : moved;
    }

    /** What home does not know yet. */
    private static Moved news(Moved moved, Optional<? extends FederationMessage> message) {
        return message.filter(told -> !moved.to().facts().has(told.getClass()))
                .map(told -> step(moved, HostLogic.progress(moved.to(), told)))
                .orElse(moved);
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
