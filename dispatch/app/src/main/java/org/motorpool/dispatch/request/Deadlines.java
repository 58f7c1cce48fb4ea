package org.motorpool.dispatch.request;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/**
 * What time does to requests: it reminds, escalates and lets lapse, releases holds, and finds papers late. Each request in a
 * transaction of its own that locks it and looks again, so that replicas do nothing twice.
 */
@Singleton
class Deadlines {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 200;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Requests requests;
    private final Steps steps;
    private final TimeActs acts;
    private final Clock clock;

    Deadlines(
            Ticker ticker,
            ScopedTransactions transactions,
            Requests requests,
            Steps steps,
            TimeActs acts,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.requests = requests;
        this.steps = steps;
        this.acts = acts;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "request deadlines", () -> run(clock.instant()));
    }

    /** Do what is due at this moment. */
    Uni<Void> run(Instant now) {
        return each(session -> steps.listDue(session, now, MOST_AT_ONCE), (session, id) -> acts.step(session, id, now))
                .chain(() -> each(
                        session -> requests.listHoldsRunOut(session, now, MOST_AT_ONCE),
                        (session, id) -> acts.hold(session, id, now)))
                .chain(() -> each(
                        session -> requests.listPapersLate(session, now, MOST_AT_ONCE),
                        (session, id) -> acts.paper(session, id, now)));
    }

    private Uni<Void> each(
            Function<Mutiny.Session, Uni<List<UUID>>> due, BiFunction<Mutiny.Session, UUID, Uni<Runnable>> act) {
        return transactions.inTransaction(Scope.SYSTEM, due).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> transactions
                        .inTransaction(Scope.SYSTEM, session -> act.apply(session, id))
                        .invoke(Runnable::run))
                .collect()
                .asList()
                .replaceWithVoid());
    }
}
