package org.motorpool.dispatch.assignment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Fails plans that the planner never answered: it was stopped, or its answer was lost. */
@Singleton
class SilentPlans {

    /** How long a plan may wait for its turn and its answer, beside the solving time asked for. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    static final String REASON = "planner-silent: 规划服务未在规定时间内应答，请重新规划 / the planner did not answer in time; plan again";

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Plans plans;
    private final Clock clock;

    SilentPlans(Ticker ticker, ScopedTransactions transactions, Plans plans, Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.plans = plans;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(
                PERIOD,
                "silent plans",
                () -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> plans.failUnanswered(session, clock.instant().minus(PATIENCE), REASON)));
    }
}
