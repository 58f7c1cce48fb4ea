package org.motorpool.dispatch.assignment;

import java.time.Duration;

/** How long something of an order may take, and where that is written. */
public record OrderRule(int minutes, String clause) {

    /** What a row says. */
    public enum Key {
        /** How long a driver waits for the passengers from the time of departure on. */
        NO_SHOW_AFTER,
        /** By how much the period of an overdue order is extended. */
        LATE_EXTENSION
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
