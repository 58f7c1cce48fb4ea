package org.motorpool.dispatch.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of passwords: after ten wrong ones for a username within a minute, the minute must pass before the next
 * try. Each replica counts for itself, and forgets the usernames tried longest ago when they become many.
 */
final class SignInLimit {

    static final int MOST_FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_USERNAMES = 10_000;

    private record Failures(Instant since, int count) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_USERNAMES;
        }
    };

    /** How long the username must wait, zero when it need not. */
    synchronized Duration waitFor(String username, Instant now) {
        Failures known = failures.get(username);
        if (known == null
                || known.count() < MOST_FAILURES
                || !now.isBefore(known.since().plus(WINDOW))) {
            return Duration.ZERO;
        }
        return Duration.between(now, known.since().plus(WINDOW));
    }

    synchronized void failed(String username, Instant now) {
        failures.merge(
                username,
                new Failures(now, 1),
                (known, first) -> now.isBefore(known.since().plus(WINDOW))
                        ? new Failures(known.since(), known.count() + 1)
                        : first);
    }

    synchronized void succeeded(String username) {
        failures.remove(username);
    }
}
