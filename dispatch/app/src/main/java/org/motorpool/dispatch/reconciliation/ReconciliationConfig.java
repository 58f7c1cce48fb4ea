package org.motorpool.dispatch.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When kilometres are attributed, and how many at once. */
@ConfigMapping(prefix = "motorpool.dispatch.reconciliation")
interface ReconciliationConfig {

    /** Whether the day before is attributed every night; without it only on demand. */
    @WithDefault("true")
    boolean nightly();

    /** From when on in China. */
    @WithDefault("03:30")
    LocalTime nightlyAt();

    /** How long a replica that attributes a night may be silent before another one does it. */
    @WithDefault("6h")
    Duration nightlyLease();

    /** After so many days a day is attributed again, because terminals send late what they could not send in time. */
    @WithDefault("3")
    int againAfterDays();

    /** Largest number of vehicles of a run on demand; the caller waits for it. */
    @WithDefault("2000")
    int demandVehicles();

    /** How many tracks are asked for at once. */
    @WithDefault("4")
    int tracksAtOnce();

    /** Largest number of positions of a vehicle and day. */
    @WithDefault("120000")
    int trackPositions();
}
