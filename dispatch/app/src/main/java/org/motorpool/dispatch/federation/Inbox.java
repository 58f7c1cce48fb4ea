package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Cancelled;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.federation.store.Exchange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/**
 * Takes in what another authority tells. The same message twice changes nothing the second time; one that comes early waits for those
 * before it.
 */
@Singleton
public class Inbox {

    private final ScopedTransactions transactions;
    private final Cases cases;
    private final Exchange exchange;
    private final Conversation conversation;
    private final GuestTelling guests;
    private final Openings openings;
    private final UnitService units;
    private final Push push;
    private final Clock clock;

    Inbox(
            ScopedTransactions transactions,
            Cases cases,
            Exchange exchange,
            Conversation conversation,
            GuestTelling guests,
            Openings openings,
            UnitService units,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.exchange = exchange;
        this.conversation = conversation;
        this.guests = guests;
        this.openings = openings;
        this.units = units;
        this.push = push;
        this.clock = clock;
    }

    /** Completes when the message is kept; fails when it cannot be yet, so that the sender tries again. */
    public Uni<Void> receive(Envelope message) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> sideOf(session, message)
                        .chain(side ->
                                message.serial() == 0 ? apply(session, side, message) : keep(session, side, message)))
                .invoke(side -> push.tell(CaseView.change(side)))
                .replaceWithVoid();
    }

    private Uni<ServiceCase> sideOf(Mutiny.Session session, Envelope message) {
        return cases.lockShared(session, message.caseId(), message.to())
                .chain(found -> found.map(side -> Uni.createFrom().item(side)).orElseGet(() -> open(session, message)));
    }

    private Uni<ServiceCase> open(Mutiny.Session session, Envelope message) {
        if (message.body() instanceof Inquired inquired) {
            return openings.host(session, message, inquired);
        }
        return message.body() instanceof Supplemented supplement
                ? openings.supplement(session, message, supplement)
                        .chain(found ->
                                found.map(side -> Uni.createFrom().item(side)).orElseGet(() -> unknown(message)))
                : unknown(message);
    }

    private static Uni<ServiceCase> unknown(Envelope message) {
        return Uni.createFrom()
                .failure(new IllegalStateException("case %s of message %s has not been inquired yet"
                        .formatted(message.caseId(), message.messageId())));
    }

    private Uni<ServiceCase> keep(Mutiny.Session session, ServiceCase side, Envelope message) {
        return units.get(session, side.unitId())
                .chain(own -> exchange.receive(session, own, message))
                .chain(fresh ->
                        fresh ? applyReady(session, side) : Uni.createFrom().item(side));
    }

    /** Applies what has come, in the order of the serial numbers, up to the first that is missing. */
    private Uni<ServiceCase> applyReady(Mutiny.Session session, ServiceCase side) {
        return cases.received(session, side.id())
                .chain(last -> exchange.findNext(session, side.sharedId(), side.peerCode(), last + 1))
                .chain(next -> applyNext(session, side, next));
    }

    private Uni<ServiceCase> applyNext(Mutiny.Session session, ServiceCase side, Optional<Envelope> next) {
        return next.map(message -> apply(session, side, message)
                        .call(() -> cases.countReceived(session, side.id()))
                        .call(() -> exchange.applied(session, message.messageId(), clock.instant()))
                        .chain(after -> applyReady(session, after)))
                .orElseGet(() -> Uni.createFrom().item(side));
    }

    private Uni<ServiceCase> apply(Mutiny.Session session, ServiceCase side, Envelope message) {
        FederationMessage body = message.body();
        if (body instanceof Inquired || body instanceof Supplemented) {
            return Uni.createFrom().item(side);
        }
        return upToDate(session, side, body)
                .chain(now -> conversation.carryOut(
                        session,
                        Scope.SYSTEM,
                        now,
                        received(now, body),
                        "peer-" + body.getClass().getSimpleName()));
    }

    /** A cancellation that crosses the departure finds the vehicle on the road. */
    private Uni<ServiceCase> upToDate(Mutiny.Session session, ServiceCase side, FederationMessage body) {
        return body instanceof Cancelled
                ? guests.catchUp(session, side)
                : Uni.createFrom().item(side);
    }

    private Moved received(ServiceCase side, FederationMessage body) {
        return switch (side.role()) {
            case HOME -> HomeLogic.receive(side, body);
            case HOST -> HostLogic.receive(side, body, clock.instant());
        };
    }
}
