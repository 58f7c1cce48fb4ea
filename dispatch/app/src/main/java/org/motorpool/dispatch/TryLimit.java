package org.motorpool.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing: so many tries of a source within a time, then the time must pass. Each replica counts for itself, and forgets
 * those seen longest ago when they become many.
 *
 * @param <S> who tries, and from where
 */
public final class TryLimit<S> {

    private static final int MOST_SOURCES = 10_000;

    private record Tries(Instant since, int count) {}

    private final int most;
    private final Duration window;
    private final Map<S, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<S, Tries> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    /** At most so many tries within the window. */
    public TryLimit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Count a try before it is made; answers how long to wait instead, zero when it may be made. */
    public synchronized Duration tryNow(S source, Instant now) {
        Tries known = tries.get(source);
        if (known == null || !now.isBefore(known.since().plus(window))) {
            tries.put(source, new Tries(now, 1));
            return Duration.ZERO;
        }
        if (known.count() >= most) {
            return Duration.between(now, known.since().plus(window));
        }
        tries.put(source, new Tries(known.since(), known.count() + 1));
        return Duration.ZERO;
    }

    /** A right answer: forget the tries before it. */
    public synchronized void succeeded(S source) {
        tries.remove(source);
    }
}
