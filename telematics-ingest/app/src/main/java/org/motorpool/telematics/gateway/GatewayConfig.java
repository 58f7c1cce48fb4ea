package org.motorpool.telematics.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the JT/T 808 gateway. */
@ConfigMapping(prefix = "motorpool.telematics.gateway")
public interface GatewayConfig {

    /** TCP port for terminals; 0 takes a free one. */
    @WithDefault("6808")
    int port();

    /** Address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** Event loop threads; 0 means two per processor. */
    @WithDefault("0")
    int threads();

    /** A connection that sends nothing for so long is closed. */
    @WithDefault("5M")
    Duration idleTimeout();

    /** A connection must authenticate within this time. */
    @WithDefault("60s")
    Duration authenticationTimeout();

    /** So many unreadable frames in a row close the connection. */
    @WithDefault("10")
    int malformedMax();

    /** A connection whose terminal does not take what is sent to it is not read, and closed after this time. */
    @WithDefault("30S")
    Duration writeTimeout();

    /** Positions of one connection that may wait for durability before the gateway stops reading from it. */
    @WithDefault("64")
    int unacknowledgedPerConnection();

    /** The same for all connections together. */
    @WithDefault("20000")
    int unacknowledgedTotal();

    /** How long an authentication code is good for; afterwards the terminal registers again. */
    @WithDefault("365D")
    Duration authCodeValidity();
}
