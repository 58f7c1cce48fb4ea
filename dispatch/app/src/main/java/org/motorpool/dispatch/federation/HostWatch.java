package org.motorpool.dispatch.federation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Located;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.federation.GuestOrder.Driven;
import org.motorpool.dispatch.federation.GuestOrders.Found;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.tracking.LatestPosition;
import org.motorpool.dispatch.tracking.TrackingService;

/**
 * Tells home how far the host's order has come, and where its vehicle is while it is on the road, and no longer; and offers again what
 * an emergency took, once that is over.
 */
@Singleton
class HostWatch {

    private static final Logger LOG = Logger.getLogger(HostWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration POSITIONS = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private static final String RELEASED = "应急征调已结束，可按原时间保障 the emergency is over, the vehicle can come as promised";

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Cases cases;
    private final Conversation conversation;
    private final GuestOrders orders;
    private final GuestTelling telling;
    private final TrackingService tracking;
    private final Push push;
    private final Clock clock;

    HostWatch(
            Ticker ticker,
            ScopedTransactions transactions,
            Cases cases,
            Conversation conversation,
            GuestOrders orders,
            GuestTelling telling,
            TrackingService tracking,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.cases = cases;
        this.conversation = conversation;
        this.orders = orders;
        this.telling = telling;
        this.tracking = tracking;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(
                PERIOD,
                "guest orders",
                () -> each(session -> cases.listHostedMoved(session, clock.instant(), BATCH), this::tell));
        ticker.every(
                AGAIN,
                "guests of emergencies",
                () -> each(session -> cases.listFreeAgain(session, clock.instant(), BATCH), this::offerAgain));
        ticker.every(
                POSITIONS, "guest positions", () -> each(session -> cases.listUnderway(session, BATCH), this::locate));
    }

    private Uni<Void> each(Function<Mutiny.Session, Uni<List<UUID>>> which, Function<UUID, Uni<Void>> work) {
        return transactions
                .inTransaction(Scope.SYSTEM, which)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> work.apply(id).replaceWith(true))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** The track comes from telematics, before the transaction; without it now, the case is looked at again. */
    private Uni<Void> tell(UUID id) {
        Context context = Vertx.currentContext();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> cases.find(session, id)
                        .chain(found -> orders.findWithVouchers(session, found.orElseThrow())))
                .chain(this::prove)
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(evidence -> transactions.inTransaction(Scope.SYSTEM, session -> tell(session, id, evidence)))
                .invoke(side -> push.tell(CaseView.change(side)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("case %s: home not told of the order, will try again: %s", id, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Optional<Evidenced>> prove(Optional<Found> found) {
        return found.map(orders::prove).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Nothing is told of a case that came to its end meanwhile. */
    private Uni<ServiceCase> tell(Mutiny.Session session, UUID id, Optional<Evidenced> evidence) {
        return cases.lock(session, id)
                .map(found -> found.orElseThrow())
                .chain(side -> side.status().isServed()
                        ? telling.tell(session, side, evidence)
                        : Uni.createFrom().item(side));
    }

    /** What an emergency took is offered for the time it was promised for, until that begins. */
    private Uni<Void> offerAgain(UUID id) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> cases.lock(session, id)
                        .map(found -> found.orElseThrow())
                        .chain(side -> side.isWithdrawn()
                                ? conversation.carryOut(
                                        session, Scope.SYSTEM, side, HostLogic.offer(side, again(side)), "case-offered")
                                : Uni.createFrom().item(side)))
                .invoke(side -> push.tell(CaseView.change(side)))
                .replaceWithVoid();
    }

    private static Offered again(ServiceCase side) {
        return new Offered(
                Ids.next(),
                side.startsAt(),
                side.endsAt(),
                side.facts().offer().estimate_fen(),
                side.startsAt(),
                RELEASED);
    }

    private Uni<Void> locate(UUID id) {
        return transactions.inTransaction(Scope.SYSTEM, session -> cases.lock(session, id)
                .map(found -> found.orElseThrow())
                .chain(side -> side.status() == CaseStatus.UNDERWAY
                        ? locate(session, side)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> locate(Mutiny.Session session, ServiceCase side) {
        return orders.find(session, side)
                .chain(found -> found.filter(Driven.class::isInstance)
                        .map(Driven.class::cast)
                        .map(driven -> tracking.findLatest(
                                session, driven.last().order().vehicleId()))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(latest -> latest.filter(position -> isOfThisUse(side, position))
                        .map(position -> conversation.send(session, side, located(position)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isOfThisUse(ServiceCase side, LatestPosition position) {
        return side.facts()
                .find(Departed.class)
                .map(departed -> !position.reportedAt().isBefore(departed.at()))
                .orElse(false);
    }

    private static Located located(LatestPosition position) {
        return new Located(position.reportedAt(), position.latitude(), position.longitude(), position.speed_kmh());
    }
}
