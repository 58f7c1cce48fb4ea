package org.motorpool.dispatch.federation;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.contract.FederationMessage;

/** A case after a step, what the other side is told, and what is to be done at home. */
record Moved(ServiceCase to, List<FederationMessage> send, List<Effect> effects) {

    Moved {
        send = List.copyOf(send);
        effects = List.copyOf(effects);
    }

    static Moved to(ServiceCase after) {
        return new Moved(after, List.of(), List.of());
    }

    Moved sending(FederationMessage message) {
        List<FederationMessage> all = new ArrayList<>(send);
        all.add(message);
        return new Moved(to, all, effects);
    }

    Moved doing(Effect effect) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(effect);
        return new Moved(to, send, all);
    }
}
