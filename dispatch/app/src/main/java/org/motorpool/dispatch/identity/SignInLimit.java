package org.motorpool.dispatch.identity;

import java.time.Duration;
import java.time.Instant;
import org.motorpool.dispatch.TryLimit;

/** Slows the guessing of passwords: ten tries for a username from one address within a minute, then the minute must pass. */
final class SignInLimit {

    static final int MOST_TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Who tries, and from where. */
    record Source(String username, String address) {}

    private final TryLimit<Source> tries = new TryLimit<>(MOST_TRIES, WINDOW);

    /** Count a try before it is made; answers how long to wait instead, zero when it may be made. */
    Duration tryNow(Source source, Instant now) {
        return tries.tryNow(source, now);
    }

    /** A right password: forget the tries before it. */
    void succeeded(Source source) {
        tries.succeeded(source);
    }
}
