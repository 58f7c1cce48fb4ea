package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.motorpool.telematics.codec.FrameFault;

/** What operators see of the gateway. Every counter is made beforehand: event loops only count. */
@Singleton
class GatewayMetrics {

    private static final String PREFIX = "motorpool.telematics.gateway.";
    /** Bounds of the histogram of acknowledgements: a terminal sends again after five seconds at the earliest. */
    private static final int[] ACKNOWLEDGED_MS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000};

    private final MeterRegistry registry;
    private final Map<Carrier, AtomicInteger> connections = new EnumMap<>(Carrier.class);
    private final AtomicInteger stalled = new AtomicInteger();
    private final AtomicInteger assembling = new AtomicInteger();
    private final AtomicLong assembling_bytes = new AtomicLong();
    private final Map<MessageFamily, Counter> framesIn;
    private final Map<FrameFault, Counter> malformed;
    private final Map<Refusal, Counter> refused;
    private final Map<PauseCause, Counter> pauses;
    private final Counter framesOut;
    private final Counter undurable;
    private final Counter writeTimeouts;
    private final Counter dropped;
    private final Timer acknowledgement;
    private final Timer loopLag;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Carrier carrier : Carrier.values()) {
            AtomicInteger open = new AtomicInteger();
            connections.put(carrier, open);
            watch("connections", open::get, "transport", carrier.label());
        }
        watch("connections.stalled", stalled::get);
        watch("connections.assembling", assembling::get);
        watch("assembling.bytes", assembling_bytes::get);
        this.framesIn = counters(MessageFamily.class, "frames.in", "family", MessageFamily::label);
        this.malformed = counters(FrameFault.class, "malformed", "reason", FrameFault::label);
        this.refused = counters(Refusal.class, "refused", "reason", Refusal::label);
        this.pauses = counters(PauseCause.class, "pauses", "cause", PauseCause::label);
        this.framesOut = registry.counter(PREFIX + "frames.out");
        this.undurable = registry.counter(PREFIX + "append.failures");
        this.writeTimeouts = registry.counter(PREFIX + "write.timeouts");
        this.dropped = registry.counter(PREFIX + "datagrams.dropped");
        this.acknowledgement = Timer.builder(PREFIX + "acknowledgement")
                .serviceLevelObjectives(bounds())
                .register(registry);
        this.loopLag = registry.timer(PREFIX + "loop.lag");
    }

    void opened(Carrier carrier) {
        of(connections, carrier).incrementAndGet();
    }

    void closed(Carrier carrier) {
        of(connections, carrier).decrementAndGet();
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

    /** A connection is not read for a while. */
    void paused(PauseCause cause) {
        of(pauses, cause).increment();
    }

    /** A datagram was not taken in: it is no frame, or too much waits. */
    void dropped() {
        dropped.increment();
    }

    void frameIn(MessageFamily family) {
        of(framesIn, family).increment();
    }

    void framesOut(int frames) {
        framesOut.increment(frames);
    }

    void malformed(FrameFault fault) {
        of(malformed, fault).increment();
    }

    void refused(Refusal refusal) {
        of(refused, refusal).increment();
    }

    void appendFailed() {
        undurable.increment();
    }

    /** Positions that came at this time of {@link System#nanoTime} are acknowledged. */
    void acknowledged(long began_ns) {
        acknowledgement.record(System.nanoTime() - began_ns, TimeUnit.NANOSECONDS);
    }

    /** A task given to an event loop at this time of {@link System#nanoTime} runs. */
    void ran(long given_ns) {
        loopLag.record(System.nanoTime() - given_ns, TimeUnit.NANOSECONDS);
    }

    /** So many more connections, and so much more memory, have parts of split messages that wait for the others. */
    void assembling(int more, int moreBytes) {
        assembling.addAndGet(more);
        assembling_bytes.addAndGet(moreBytes);
    }

    /** Shows a number that somebody else keeps. */
    void watch(String name, Supplier<Number> value, String... tags) {
        Gauge.builder(PREFIX + name, value).tags(tags).register(registry);
    }

    private static Duration[] bounds() {
        Duration[] bounds = new Duration[ACKNOWLEDGED_MS.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Duration.ofMillis(ACKNOWLEDGED_MS[i]);
        }
        return bounds;
    }

    private <K extends Enum<K>> Map<K, Counter> counters(
            Class<K> kinds, String name, String tag, Function<K, String> label) {
        Map<K, Counter> counters = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            counters.put(kind, registry.counter(PREFIX + name, tag, label.apply(kind)));
        }
        return counters;
    }

    private static <K, V> V of(Map<K, V> all, K kind) {
        return Objects.requireNonNull(all.get(kind), "every kind has its own");
    }
}
