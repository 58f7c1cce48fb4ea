package org.motorpool.dispatch.trip;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.trip.store.Trips;

/**
 * Closes returned trips, some seconds after the return, with the distance telematics measured. A trip that cannot be measured
 * now stays returned and is tried again: it is due in the database, not in memory.
 */
@Singleton
class TripClosing {

    private static final Logger LOG = Logger.getLogger(TripClosing.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int BATCH = 20;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Trips trips;
    private final OrderLife orders;
    private final Mileages mileages;
    private final Outbox outbox;
    private final Push push;
    private final Clock clock;
    private final TripConfig config;

    TripClosing(
            Ticker ticker,
            ScopedTransactions transactions,
            Trips trips,
            OrderLife orders,
            Mileages mileages,
            Outbox outbox,
            Push push,
            Clock clock,
            TripConfig config) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.trips = trips;
        this.orders = orders;
        this.mileages = mileages;
        this.outbox = outbox;
        this.push = push;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "trip closing", this::closeDue);
    }

    private Uni<Void> closeDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(
                        Scope.SYSTEM, session -> trips.claimDue(session, now, now.plus(config.closingRetry()), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::close)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** The client answers on a thread of its own; the transaction needs the context this began on. */
    private Uni<Boolean> close(TripFile trip) {
        Context context = Vertx.currentContext();
        OrderApi.Trip view = trip.view();
        return mileages.measure_m(trip.vehicleId(), view.departedAt(), view.returnedAt())
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(distance_m ->
                        transactions.inTransaction(Scope.SYSTEM, session -> close(session, trip, distance_m)))
                .invoke(change -> change.ifPresent(done -> done.push(push)))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("trip %s not closed, will try again: %s", trip.id(), failure);
                    return false;
                });
    }

    private Uni<Optional<OrderChange>> close(Mutiny.Session session, TripFile trip, OptionalLong distance_m) {
        return trips.lock(session, trip.id())
                .chain(locked -> locked.isClosed()
                        ? Uni.createFrom().item(Optional.empty())
                        : orders.lock(session, trip.view().orderId())
                                .chain(_ -> judge(session, trip, distance_m))
                                .chain(judged -> trips.close(session, trip.id(), distance_m, judged))
                                .call(_ -> outbox.add(session, completed(trip, distance_m)))
                                .chain(_ -> orders.close(session, trip.view().orderId()))
                                .map(Optional::of));
    }

    private Uni<Optional<Plausibility>> judge(Mutiny.Session session, TripFile trip, OptionalLong distance_m) {
        OrderApi.Trip view = trip.view();
        return trips.findDeviationLimit(session, trip.vehicleId(), Days.of(view.returnedAt()))
                .map(limit -> Plausibility.of(view.odometerEnd_km() - view.odometerStart_km(), distance_m, limit));
    }

    private static DispatchEvent.TripCompleted completed(TripFile trip, OptionalLong distance_m) {
        OrderApi.Trip view = trip.view();
        return new DispatchEvent.TripCompleted(
                Ids.next(),
                view.requestId(),
                view.returnedAt(),
                view.orderId(),
                trip.vehicleId(),
                view.odometerEnd_km(),
                distance_m.orElse(-1));
    }
}
