package org.motorpool.telematics.media;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaKind;

/** What operators see of media. */
@Singleton
public class MediaMetrics {

    private static final String PREFIX = "motorpool.telematics.media.";

    private final MeterRegistry registry;
    private final Counter bytes;
    private final Counter repeated;
    private final Counter mislabelled;
    private final Counter failures;
    private final Timer storing;

    MediaMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.bytes = registry.counter(PREFIX + "stored.bytes");
        this.repeated = registry.counter(PREFIX + "repeated");
        this.mislabelled = registry.counter(PREFIX + "mislabelled");
        this.failures = registry.counter(PREFIX + "failures");
        this.storing = registry.timer(PREFIX + "storing");
        for (MediaKind kind : MediaKind.values()) {
            stored(kind);
        }
        for (RefusedMedia reason : RefusedMedia.values()) {
            counter(reason);
        }
    }

    void stored(MediaKind kind, @Nullable String claimedType, StoredObject object) {
        stored(kind).increment();
        bytes.increment(object.size_bytes());
        if (claimedType != null && !claimedType.equals(object.type().mime())) {
            mislabelled.increment();
        }
    }

    /** A medium came that is here already. */
    void repeated() {
        repeated.increment();
    }

    /** Something of a medium was not taken in. */
    public void refused(RefusedMedia reason) {
        counter(reason).increment();
    }

    /** A file or a row could not be written: the terminal is not answered. */
    public void failed() {
        failures.increment();
    }

    Timer.Sample start() {
        return Timer.start(registry);
    }

    void written(Timer.Sample sample) {
        sample.stop(storing);
    }

    void watch(String name, Supplier<Number> value) {
        registry.gauge(PREFIX + name, value, watched -> watched.get().doubleValue());
    }

    private Counter stored(MediaKind kind) {
        return registry.counter(PREFIX + "stored", "kind", kind.name());
    }

    private Counter counter(RefusedMedia reason) {
        return registry.counter(PREFIX + "refused", "reason", reason.label());
    }
}
