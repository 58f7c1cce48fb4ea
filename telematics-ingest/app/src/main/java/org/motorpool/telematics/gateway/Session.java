package org.motorpool.telematics.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway remembers of one connection.
 *
 * @param terminal null until it authenticated
 * @param alarmBits alarm flags of the last position, so that only rising flags become alarms
 * @param malformedRun unreadable frames since the last good one
 */
record Session(@Nullable Terminal terminal, long alarmBits, int malformedRun) {

    static final Session FRESH = new Session(null, 0, 0);

    Session of(Terminal authenticated) {
        return new Session(authenticated, 0, 0);
    }

    Session withAlarmBits(long bits) {
        return new Session(terminal, bits, malformedRun);
    }

    Session withMalformedRun(int run) {
        return new Session(terminal, alarmBits, run);
    }
}
