package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.contract.TerminalApi.Counters;

/** Counts what goes over one connection: a hundred bytes for each of a hundred thousand. On its event loop only. */
final class Traffic {

    private static final MessageFamily[] FAMILIES = MessageFamily.values();
    private static final FrameFault[] FAULTS = FrameFault.values();
    private static final Refusal[] REFUSALS = Refusal.values();

    private final int[] framesIn = new int[FAMILIES.length];
    private int framesOut;
    private int resendRequests;
    private long bytesIn;
    private long bytesOut;
    /** Null while there is nothing wrong, as with most. */
    private int @Nullable [] malformed;

    private int @Nullable [] refused;
    private @Nullable Instant lastPositionAt;

    void read(int bytes) {
        bytesIn += bytes;
    }

    void frameIn(MessageFamily family) {
        framesIn[family.ordinal()]++;
    }

    void wrote(int bytes) {
        bytesOut += bytes;
    }

    void framesOut(int frames) {
        framesOut += frames;
    }

    void resendRequest() {
        resendRequests++;
    }

    void malformed(FrameFault fault) {
        if (malformed == null) {
            malformed = new int[FAULTS.length];
        }
        malformed[fault.ordinal()]++;
    }

    void refused(Refusal refusal) {
        if (refused == null) {
            refused = new int[REFUSALS.length];
        }
        refused[refusal.ordinal()]++;
    }

    /** Takes the time of the last position among the events. */
    void published(List<TelematicsEvent> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof PositionReported position) {
                lastPositionAt = position.reportedAt();
                return;
            }
        }
    }

    /** Terminal time of the last position, null before the first. */
    @Nullable
    Instant lastPositionAt() {
        return lastPositionAt;
    }

    Counters counters(int positionsWaiting) {
        return new Counters(
                named(FAMILIES, framesIn, MessageFamily::label),
                framesOut,
                bytesIn,
                bytesOut,
                named(FAULTS, malformed, FrameFault::label),
                named(REFUSALS, refused, Refusal::label),
                positionsWaiting,
                resendRequests);
    }

    private static <K extends Enum<K>> Map<String, Long> named(
            K[] kinds, int @Nullable [] counts, Function<K, String> label) {
        Map<String, Long> named = new HashMap<>();
        for (K kind : kinds) {
            if (counts != null && counts[kind.ordinal()] > 0) {
                named.put(label.apply(kind), (long) counts[kind.ordinal()]);
            }
        }
        return named;
    }
}
