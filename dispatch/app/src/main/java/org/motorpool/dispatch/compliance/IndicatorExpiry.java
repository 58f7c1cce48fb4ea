package org.motorpool.dispatch.compliance;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.motorpool.dispatch.Ticker;

/** Ends indicators that were not used in time, soon after midnight in China and after every start. */
@Singleton
class IndicatorExpiry {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final IndicatorService indicators;

    IndicatorExpiry(Ticker ticker, IndicatorService indicators) {
        this.ticker = ticker;
        this.indicators = indicators;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "indicator expiry", () -> indicators.expire().replaceWithVoid());
    }
}
