package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.motorpool.telematics.codec.FrameFault;

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
    private final Counter throttled;
    private final Counter dropped;
    private final Timer acknowledgement;
    private final Map<FrameFault, Counter> malformed = new EnumMap<>(FrameFault.class);
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.connections = new AtomicInteger();
        registry.gauge(PREFIX + "connections", connections);
        this.stalled = new AtomicInteger();
        registry.gauge(PREFIX + "connections.stalled", stalled);
        this.messages = registry.counter(PREFIX + "messages");
        this.undurable = registry.counter(PREFIX + "append.failures");
        this.writeTimeouts = registry.counter(PREFIX + "write.timeouts");
        this.throttled = registry.counter(PREFIX + "throttled");
        this.dropped = registry.counter(PREFIX + "datagrams.dropped");
        this.acknowledgement = registry.timer(PREFIX + "acknowledgement");
        for (FrameFault fault : FrameFault.values()) {
            malformed.put(fault, registry.counter(PREFIX + "malformed", "reason", fault.label()));
        }
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, registry.counter(PREFIX + "refused", "reason", refusal.label()));
        }
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

    /** A terminal sent too much in one second. */
    void throttled() {
        throttled.increment();
    }

    /** A datagram was not taken in: it is no frame, or too much waits. */
    void dropped() {
        dropped.increment();
    }

    void message() {
        messages.increment();
    }

    void malformed(FrameFault fault) {
        counter(malformed, fault).increment();
    }

    void refused(Refusal refusal) {
        counter(refused, refusal).increment();
    }

    private static <K> Counter counter(Map<K, Counter> counters, K kind) {
        return Objects.requireNonNull(counters.get(kind), "every kind has its counter");
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
