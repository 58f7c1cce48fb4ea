package org.motorpool.dispatch.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.motorpool.dispatch.Days;

/** A day in China, or of today what has passed. */
record Window(LocalDate day, Instant from, Instant to) {

    static Window of(LocalDate day, Instant now) {
        Instant end = Days.start(day.plusDays(1));
        return new Window(day, Days.start(day), now.isBefore(end) ? now : end);
    }
}
