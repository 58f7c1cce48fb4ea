package org.motorpool.telematics.gateway;

import java.util.Locale;

/** What carries the frames of a terminal. */
enum Carrier {
    TCP,
    TLS,
    UDP;

    /** Name for counters and JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
