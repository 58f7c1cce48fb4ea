package org.motorpool.dispatch.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long commands to terminals are good for. */
@ConfigMapping(prefix = "motorpool.dispatch.command")
interface CommandConfig {

    /** A command that does not say when it expires waits so long for its terminal. */
    @WithDefault("24h")
    Duration validity();

    /** The longest a command may ask to wait. */
    @WithDefault("30d")
    Duration validityMax();
}
