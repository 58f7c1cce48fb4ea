package org.motorpool.telematics.media;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Terminal times, which may be absurd, and the database's form of times. */
final class Times {

    /** As far back as positions have partitions; older media have lain in a clock that was reset. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final Duration AHEAD = Duration.ofDays(2);

    private Times() {}

    /** The terminal's time where it can be true, else the time of reception. */
    static Instant taken(@Nullable Instant byTerminal, Instant receivedAt) {
        if (byTerminal == null
                || byTerminal.isBefore(receivedAt.minus(OLDEST))
                || byTerminal.isAfter(receivedAt.plus(AHEAD))) {
            return receivedAt;
        }
        return byTerminal;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
