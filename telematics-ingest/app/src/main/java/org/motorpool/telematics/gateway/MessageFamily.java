package org.motorpool.telematics.gateway;

import java.util.Locale;

/** Kinds of messages of terminals, few enough for a counter each. */
enum MessageFamily {
    /** Registration, authentication, heartbeat, logout and what keeps the connection going. */
    SESSION,
    /** Reports of a position, one or many, that nobody asked for. */
    POSITION,
    MEDIA,
    /** What the platform asked for or told. */
    ANSWER,
    OTHER;

    static MessageFamily of(int messageId) {
        return switch (messageId) {
            case 0x0002, 0x0003, 0x0004, 0x0005, 0x0100, 0x0102, 0x0A00 -> SESSION;
            case 0x0200, 0x0210, 0x0704, 0x5501, 0x5502 -> POSITION;
            case 0x0800, 0x0801, 0x1210, 0x1211, 0x1212 -> MEDIA;
            case 0x0001, 0x0104, 0x0107, 0x0108, 0x0201, 0x0302, 0x0500, 0x0608, 0x0700, 0x0702 -> ANSWER;
            case 0x0802, 0x0805, 0x1003, 0x1205, 0x1206 -> ANSWER;
            default -> OTHER;
        };
    }

    /** Name for counters and JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
