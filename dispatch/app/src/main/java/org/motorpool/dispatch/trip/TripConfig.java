package org.motorpool.dispatch.trip;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When returned trips are closed. */
@ConfigMapping(prefix = "motorpool.dispatch.trip")
interface TripConfig {

    /** How long after the report of the return a trip is closed, so that late positions count. */
    @WithDefault("5s")
    Duration closingDelay();

    /** How long until closing is tried again when telematics does not answer. */
    @WithDefault("10s")
    Duration closingRetry();
}
