package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;
import org.motorpool.dispatch.contract.FederationMessage.Located;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.federation.store.Exchange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.UnitService;

/** Carries out what a step of a case comes to, in one transaction: its effects, its row and ledger, its messages, its audit. */
@Singleton
class Conversation {

    private final Cases cases;
    private final Exchange exchange;
    private final HomeEffects home;
    private final HostEffects host;
    private final UnitService units;
    private final Changes changes;
    private final Clock clock;

    Conversation(
            Cases cases,
            Exchange exchange,
            HomeEffects home,
            HostEffects host,
            UnitService units,
            Changes changes,
            Clock clock) {
        this.cases = cases;
        this.exchange = exchange;
        this.home = home;
        this.host = host;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
    }

    /** The case is locked by the caller, who pushes after the commit. */
    Uni<ServiceCase> carryOut(Mutiny.Session session, Scope by, ServiceCase before, Moved moved, String action) {
        return effects(session, by, moved).chain(done -> cases.save(
                        session, done.to(), before.lines().size())
                .call(after -> sendAll(session, after, done.send()))
                .call(after -> before.status() == after.status() && done.send().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : changes.tell(session, by, change(before, after, action))));
    }

    /** A case begins: home asks the host, or the host tells home what became of the expenses of a use. */
    Uni<ServiceCase> open(Mutiny.Session session, Scope by, ServiceCase side) {
        return send(session, side, side.facts().opening())
                .chain(() -> changes.tell(
                        session,
                        by,
                        new StateChange(
                                "cross-region-service",
                                side.id(),
                                Optional.ofNullable(side.requestId()).orElse(side.id()),
                                side.number(),
                                side.facts().has(Supplemented.class) ? "case-opened" : "case-inquired",
                                null,
                                told(side))))
                .replaceWith(side);
    }

    private Uni<Moved> effects(Mutiny.Session session, Scope by, Moved moved) {
        Uni<Moved> done = Uni.createFrom().item(moved);
        for (Effect effect : moved.effects()) {
            done = done.chain(so -> effect(session, by, so, effect));
        }
        return done;
    }

    private Uni<Moved> effect(Mutiny.Session session, Scope by, Moved moved, Effect effect) {
        return switch (effect) {
            case HOLD_REQUEST,
                    SHOW_ORDER,
                    BEGIN_REQUEST,
                    SHOW_RETURN,
                    CLOSE_REQUEST,
                    END_REQUEST,
                    RELEASE_REQUEST,
                    REOPEN,
                    RECKON,
                    FILE_BILL -> home.apply(session, moved, effect);
            case ADMIT_GUEST, DISMISS_GUEST, BILL -> host.apply(session, by, moved, effect);
        };
    }

    private Uni<Void> sendAll(Mutiny.Session session, ServiceCase from, List<FederationMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(
                        message -> send(session, from, message).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A position has no place in the order of messages: only the latest matters. */
    Uni<Void> send(Mutiny.Session session, ServiceCase from, FederationMessage message) {
        Uni<Long> serial = message instanceof Located
                ? Uni.createFrom().item(0L)
                : cases.nextSent(session, from.id()).call(_ -> session.flush());
        return serial.chain(number -> units.get(session, from.unitId())
                .chain(own -> exchange.send(
                        session,
                        own,
                        new Envelope(
                                Ids.next(),
                                from.ownCode(),
                                from.peerCode(),
                                from.sharedId(),
                                number,
                                clock.instant(),
                                message))));
    }

    private static StateChange change(ServiceCase before, ServiceCase after, String action) {
        return new StateChange(
                "cross-region-service",
                after.id(),
                Optional.ofNullable(after.requestId()).orElse(after.id()),
                after.number(),
                action,
                told(before),
                told(after));
    }

    private static String told(ServiceCase one) {
        return "%s %d fen".formatted(one.status(), one.bill_fen());
    }
}
