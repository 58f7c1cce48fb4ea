package org.motorpool.telematics.gateway;

import java.util.List;

/** The session after a message, and what to do, in order. */
record Reaction(Session session, List<Effect> effects) {

    Reaction {
        effects = List.copyOf(effects);
    }

    static Reaction of(Session session, Effect... effects) {
        return new Reaction(session, List.of(effects));
    }
}
