package org.motorpool.dispatch.reconciliation;

import java.time.LocalDate;

/** Of what kilometres are told, and from which day to which, both included. */
public record MileageQuestion(Level level, LocalDate from, LocalDate to) {

    /** Of what. */
    public enum Level {
        /** The unit with all below it. */
        TOTAL,
        /** Each unit at and below it. */
        UNIT,
        /** Each vehicle at and below it. */
        VEHICLE
    }
}
