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
import java.time.Instant;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;
import org.motorpool.dispatch.federation.store.Exchange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Delivers what waits for other authorities, at least once; a peer that is down only delays. */
@Singleton
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int BATCH = 50;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Exchange exchange;
    private final PeerPlatform peer;
    private final Clock clock;

    Delivery(Ticker ticker, ScopedTransactions transactions, Exchange exchange, PeerPlatform peer, Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.exchange = exchange;
        this.peer = peer;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "federation delivery", this::deliverDue);
    }

    private Uni<Void> deliverDue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> exchange.claim(session, now, now.plus(RETRY), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::deliver)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** A peer answers on a thread of its own; the transaction needs the context this began on. */
    private Uni<Boolean> deliver(Envelope message) {
        Context context = Vertx.currentContext();
        return peer.deliver(message)
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(() -> transactions.inTransaction(
                        Scope.SYSTEM, session -> exchange.delivered(session, message.messageId(), clock.instant())))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "message %s of case %s not delivered, will try again: %s",
                            message.messageId(), message.caseId(), failure);
                    return false;
                });
    }
}
