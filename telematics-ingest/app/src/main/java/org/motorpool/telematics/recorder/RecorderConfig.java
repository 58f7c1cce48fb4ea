package org.motorpool.telematics.recorder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the recorder. */
@ConfigMapping(prefix = "motorpool.telematics.recorder")
public interface RecorderConfig {

    /** Events that may wait for the database; beyond that a submission fails and its terminal is not acknowledged. */
    @WithDefault("50000")
    int queueCapacity();

    /** Events stored in one transaction at most. */
    @WithDefault("4000")
    int batchMax();

    /** First pause after the database refused a transaction; it doubles up to {@link #retryDelayMax()}. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** Longest pause between two attempts. */
    @WithDefault("5s")
    Duration retryDelayMax();

    /** How long what still waits may take to be stored when the application stops. */
    @WithDefault("10s")
    Duration stopTimeout();
}
