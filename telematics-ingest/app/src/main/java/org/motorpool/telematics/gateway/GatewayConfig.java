package org.motorpool.telematics.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the JT/T 808 gateway. */
@ConfigMapping(prefix = "motorpool.telematics.gateway")
public interface GatewayConfig {

    /** TCP port for terminals; 0 takes a free one. */
    @WithDefault("6808")
    int port();

    /** Address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** Listens for datagrams too, on the same port number. */
    @WithDefault("false")
    boolean udp();

    /**
     * Every connection begins with a PROXY protocol header, version 1 or 2, that tells the terminal's address. Only behind
     * a load balancer that sends it, and where nobody else can connect.
     */
    @WithDefault("false")
    boolean proxyProtocol();

    /** Connections with TLS. */
    Tls tls();

    /** Event loop threads; 0 means one per processor. */
    @WithDefault("0")
    int threads();

    /** A connection that sends nothing for so long is closed. */
    @WithDefault("5M")
    Duration idleTimeout();

    /** A connection must authenticate within this time. */
    @WithDefault("60s")
    Duration authenticationTimeout();

    /** The same for one that sends nothing while more than {@link #unauthenticatedMax()} have not authenticated. */
    @WithDefault("5s")
    Duration authenticationTimeoutCrowded();

    /** Connections that have not authenticated and are waited for with patience. */
    @WithDefault("10000")
    int unauthenticatedMax();

    /** Frames of one terminal that are read in one second; what it sends beyond waits for the next. */
    @WithDefault("1000")
    int framesPerSecond();

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

    /** Memory for media of all connections: split messages under way, and what waits for the disk. */
    @WithDefault("64M")
    MemorySize mediaMemory();

    /** Host that terminals bring the attachments of alarms to; by default where they are connected to already. */
    Optional<String> attachmentHost();

    /** Port that goes with {@link #attachmentHost()}; by default that of the connection. */
    OptionalInt attachmentPort();

    /** How long an authentication code is good for; afterwards the terminal registers again. */
    @WithDefault("365D")
    Duration authCodeValidity();

    /** Settings of the connections with TLS. */
    interface Tls {

        /** TCP port for terminals that encrypt; none when it is not set. */
        OptionalInt port();

        /** Certificate chain in PEM. */
        Optional<Path> certificate();

        /** Its private key, PKCS#8 in PEM, without a password. */
        Optional<Path> key();

        /** Authorities in PEM; when set, a terminal must show a certificate of one of them. */
        Optional<Path> clientAuthorities();
    }
}
