package org.motorpool.telematics.gateway.tap;

import java.util.Locale;

/** Which way a frame goes. */
public enum Direction {
    /** From the terminal. */
    UP,
    /** To the terminal. */
    DOWN;

    /** Name for JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
