package org.motorpool.telematics.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the command queue. */
@ConfigMapping(prefix = "motorpool.telematics.command")
public interface CommandConfig {

    /** A command that does not say when it expires waits so long for its terminal. */
    @WithDefault("24H")
    Duration validity();

    /** Commands that may wait for one terminal; one more fails. */
    @WithDefault("64")
    int queueMax();

    /** How long a terminal may take to answer what was sent for the first time. */
    @WithDefault("10S")
    Duration responseTimeout();

    /** How often a command without an answer is sent again. */
    @WithDefault("3")
    int retransmissions();

    /** How often the queue is searched for expired commands. */
    @WithDefault("10S")
    Duration sweepPeriod();
}
