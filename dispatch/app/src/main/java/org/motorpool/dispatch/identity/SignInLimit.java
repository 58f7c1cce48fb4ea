package org.motorpool.dispatch.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of passwords: ten tries for a username from one address within a minute, then the minute must pass. Each
 * replica counts for itself, and forgets those seen longest ago when they become many.
 */
final class SignInLimit {

    static final int MOST_TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_SOURCES = 10_000;

    /** Who tries, and from where. */
    record Source(String username, String address) {}

    private record Tries(Instant since, int count) {}

    private final Map<Source, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Tries> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    /** Count a try before it is made; answers how long to wait instead, zero when it may be made. */
    synchronized Duration tryNow(Source source, Instant now) {
        Tries known = tries.get(source);
        if (known == null || !now.isBefore(known.since().plus(WINDOW))) {
            tries.put(source, new Tries(now, 1));
            return Duration.ZERO;
        }
        if (known.count() >= MOST_TRIES) {
            return Duration.between(now, known.since().plus(WINDOW));
        }
        tries.put(source, new Tries(known.since(), known.count() + 1));
        return Duration.ZERO;
    }

    /** A right password: forget the tries before it. */
    synchronized void succeeded(Source source) {
        tries.remove(source);
    }
}
