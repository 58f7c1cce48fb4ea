package org.motorpool.telematics.gateway;

import java.util.Locale;

/** Why a connection is not read for a while. */
enum PauseCause {
    /** Too many positions of all terminals wait for durability. */
    TOTAL,
    /** Too many positions of this terminal wait for durability. */
    CONNECTION,
    /** The terminal does not take what is sent to it. */
    UNREAD,
    /** Media of this terminal, or too many of all terminals, wait for durability. */
    MEDIA,
    /** The terminal sends more than any honest one does. */
    RATE;

    /** Name for counters. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
