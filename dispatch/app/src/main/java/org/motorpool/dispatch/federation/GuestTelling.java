package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.organisation.Scope;

/** Brings a host case up to what serves its guest now, and tells home; in the caller's transaction, which holds the case. */
@Singleton
class GuestTelling {

    private final GuestOrders orders;
    private final Conversation conversation;
    private final Clock clock;

    GuestTelling(GuestOrders orders, Conversation conversation, Clock clock) {
        this.orders = orders;
        this.conversation = conversation;
        this.clock = clock;
    }

    /** @param evidence as it could be had before the transaction; what is not proven by it is looked at again */
    Uni<ServiceCase> tell(Mutiny.Session session, ServiceCase side, Optional<Evidenced> evidence) {
        return orders.find(session, side).chain(found -> found.map(order -> conversation.carryOut(
                        session, Scope.SYSTEM, side, GuestLogic.follow(side, order, evidence), "guest-order"))
                .orElseGet(() -> withdrawIfLost(session, side)));
    }

    /** What home says now finds the case as it is, not as it was told last. */
    Uni<ServiceCase> catchUp(Mutiny.Session session, ServiceCase side) {
        return side.role() == CaseRole.HOST && side.status().isPromised()
                ? tell(session, side, Optional.empty())
                : Uni.createFrom().item(side);
    }

    /** A promise whose vehicle the host took away ends: home is free to have the traveller driven otherwise. */
    private Uni<ServiceCase> withdrawIfLost(Mutiny.Session session, ServiceCase side) {
        return side.status().isPromised()
                ? orders.findLoss(session, side, clock.instant())
                        .chain(loss -> loss.map(reason -> conversation.carryOut(
                                        session,
                                        Scope.SYSTEM,
                                        side,
                                        HostLogic.withdraw(side, reason),
                                        "case-withdrawn"))
                                .orElseGet(() -> Uni.createFrom().item(side)))
                : Uni.createFrom().item(side);
    }
}
