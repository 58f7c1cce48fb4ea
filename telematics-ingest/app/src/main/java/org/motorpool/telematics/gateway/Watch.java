package org.motorpool.telematics.gateway;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.motorpool.telematics.gateway.tap.Taps;

/**
 * Looks at all connections once a second for what is overdue. One timer for all: a hundred thousand of their own would
 * cost more memory than the connections.
 */
@Singleton
class Watch {

    private static final int PERIOD_MS = 1000;
    private static final int SHUTDOWN_PRIORITY = 900;

    private final GatewayConfig config;
    private final GatewayMetrics metrics;
    private final LoopInboxes inboxes;
    private final Taps taps;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger strangers = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gateway-watch").factory());

    Watch(GatewayConfig config, GatewayMetrics metrics, LoopInboxes inboxes, Taps taps) {
        this.config = config;
        this.metrics = metrics;
        this.inboxes = inboxes;
        this.taps = taps;
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        timer.shutdownNow();
    }

    void add(Connection connection) {
        connections.add(connection);
        strangers.incrementAndGet();
    }

    /** A connection has authenticated for the first time. */
    void recognised() {
        strangers.decrementAndGet();
    }

    void remove(Connection connection) {
        if (connections.remove(connection) && !connection.recognised()) {
            strangers.decrementAndGet();
        }
    }

    /** Whether too many connections have not authenticated. */
    boolean crowded() {
        return strangers.get() > config.unauthenticatedMax();
    }

    /** How long a connection may take to authenticate: less when too many have not, and it says nothing at all. */
    Duration patience(boolean heard) {
        return heard || !crowded() ? config.authenticationTimeout() : config.authenticationTimeoutCrowded();
    }

    private void look() {
        long now_ms = System.currentTimeMillis();
        connections.forEach(connection -> connection.look(now_ms));
        measureLag();
        taps.expire();
    }

    /** How long a loop lets a task wait tells how busy it is. */
    private void measureLag() {
        long given_ns = System.nanoTime();
        inboxes.onEach(() -> metrics.ran(given_ns));
    }
}
