package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.organisation.Scope;

/** Brings a host case up to what serves its guest now, and tells home; in the caller's transaction, which holds the case. */
@Singleton
class GuestTelling {

    private static final String GONE = "承接方已取消该保障申请 the host's people cancelled the guest's request";

    private final GuestOrders orders;
    private final Conversation conversation;

    GuestTelling(GuestOrders orders, Conversation conversation) {
        this.orders = orders;
        this.conversation = conversation;
    }

    /** @param evidence as it could be had before the transaction; what is not proven by it is looked at again */
    Uni<ServiceCase> tell(Mutiny.Session session, ServiceCase side, Optional<Evidenced> evidence) {
        return orders.find(session, side).chain(found -> found.map(order -> conversation.carryOut(
                        session, Scope.SYSTEM, side, GuestLogic.follow(side, order, evidence), "guest-order"))
                .orElseGet(() -> withdrawIfGone(session, side)));
    }

    /** What home says now finds the case as it is, not as it was told last. */
    Uni<ServiceCase> catchUp(Mutiny.Session session, ServiceCase side) {
        return side.role() == CaseRole.HOST && side.status().isPromised()
                ? tell(session, side, Optional.empty())
                : Uni.createFrom().item(side);
    }

    private Uni<ServiceCase> withdrawIfGone(Mutiny.Session session, ServiceCase side) {
        return orders.isGone(session, side)
                .chain(gone -> gone && side.status().isPromised()
                        ? conversation.carryOut(
                                session, Scope.SYSTEM, side, HostLogic.withdraw(side, GONE), "case-withdrawn")
                        : Uni.createFrom().item(side));
    }
}
