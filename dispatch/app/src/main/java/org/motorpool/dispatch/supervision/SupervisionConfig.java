package org.motorpool.dispatch.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When and how far the detectors look. */
@ConfigMapping(prefix = "motorpool.dispatch.supervision")
interface SupervisionConfig {

    /** Whether the day before is judged every night; without it only on demand. */
    @WithDefault("true")
    boolean nightly();

    /** From when on in China the day before is judged. */
    @WithDefault("02:30")
    LocalTime nightlyAt();

    /** How long a replica that judges a night may be silent before another one does it. */
    @WithDefault("6h")
    Duration nightlyLease();

    /** Largest number of vehicles of a run on demand; the caller waits for it. */
    @WithDefault("2000")
    int demandVehicles();

    /** How many tracks are asked for at once. */
    @WithDefault("4")
    int tracksAtOnce();

    /** Largest number of positions of a vehicle and day that are judged. */
    @WithDefault("120000")
    int trackPositions();
}
