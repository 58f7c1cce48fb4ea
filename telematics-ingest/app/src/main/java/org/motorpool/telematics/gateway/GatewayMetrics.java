package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the gateway. */
@Singleton
class GatewayMetrics {

    private static final String PREFIX = "motorpool.telematics.gateway.";

    private final MeterRegistry registry;
    private final AtomicInteger connections;
    private final AtomicInteger stalled;
    private final Counter messages;
    private final Counter undurable;
    private final Counter writeTimeouts;
    private final Timer acknowledgement;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.connections = new AtomicInteger();
        registry.gauge(PREFIX + "connections", connections);
        this.stalled = new AtomicInteger();
        registry.gauge(PREFIX + "connections.stalled", stalled);
        this.messages = registry.counter(PREFIX + "messages");
        this.undurable = registry.counter(PREFIX + "append.failures");
        this.writeTimeouts = registry.counter(PREFIX + "write.timeouts");
        this.acknowledgement = registry.timer(PREFIX + "acknowledgement");
    }

    void opened() {
        connections.incrementAndGet();
    }

    void closed() {
        connections.decrementAndGet();
    }

    /** A terminal does not take what is sent to it. */
    void stalled() {
        stalled.incrementAndGet();
    }

    void resumed() {
        stalled.decrementAndGet();
    }

    void writeTimedOut() {
        writeTimeouts.increment();
    }

    void message() {
        messages.increment();
    }

    void malformed(String reason) {
        registry.counter(
                        PREFIX + "malformed", "reason", MalformedKind.of(reason).label())
                .increment();
    }

    void refused(Refusal refusal) {
        registry.counter(PREFIX + "refused", "reason", refusal.label()).increment();
    }

    void appendFailed() {
        undurable.increment();
    }

    Timer.Sample start() {
        return Timer.start(registry);
    }

    void acknowledged(Timer.Sample sample) {
        sample.stop(acknowledgement);
    }
}
