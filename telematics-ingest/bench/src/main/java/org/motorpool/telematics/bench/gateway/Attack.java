package org.motorpool.telematics.bench.gateway;

import java.util.Arrays;
import java.util.Locale;

/** The ways in which connections misbehave, and how many do at a time. */
enum Attack {
    /** Connect and say nothing. */
    SILENT(14_500, Manner.STRANGER),
    /** A byte each second. */
    SLOW_LORIS(300, Manner.STRANGER),
    /** Random bytes. */
    GARBAGE(20, Manner.STRANGER),
    /** Frames that end too early. */
    TRUNCATED(20, Manner.STRANGER),
    /** No flag, ever. */
    OVERSIZED(20, Manner.STRANGER),
    WRONG_CHECKSUM(20, Manner.STRANGER),
    /** Half a frame, then a reset. */
    RESET(50, Manner.RESETTING),
    /** The header tells another length than the body has. */
    LYING_LENGTH(20, Manner.TERMINAL),
    /** Part 0, a part beyond the last, a part of none. */
    IMPOSSIBLE_PART(20, Manner.TERMINAL),
    /** Sixteen split messages at a time, none of which is ever whole. */
    INTERLEAVED_PARTS(20, Manner.TERMINAL),
    /** Split messages whose parts are a byte long. */
    TINY_FRAGMENTS(30, Manner.TERMINAL),
    /** As many reports as go out, and no answer is ever read. */
    DEAF(20, Manner.DEAF_TERMINAL),
    /** Positions in the year 2099. */
    FUTURE(10, Manner.TERMINAL),
    /** Positions at 0° north, 0° east. */
    NOWHERE(10, Manner.TERMINAL),
    /** The same position at the same time, again and again. */
    FROZEN(10, Manner.TERMINAL),
    /** Datagrams from phone numbers nobody knows. */
    FORGED_DATAGRAMS(8, Manner.DATAGRAMS);

    /** What a connection does beside sending. */
    enum Manner {
        STRANGER,
        /** Closes the connection without a farewell after each time it sent. */
        RESETTING,
        /** Authenticates first. */
        TERMINAL,
        /** Authenticates and reads nothing. */
        DEAF_TERMINAL,
        /** There is no connection. */
        DATAGRAMS
    }

    private final int connections;
    private final Manner manner;

    Attack(int connections, Manner manner) {
        this.connections = connections;
        this.manner = manner;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int connections() {
        return connections;
    }

    Manner manner() {
        return manner;
    }

    /** Whether those who do it have a code. */
    boolean authenticated() {
        return manner == Manner.TERMINAL || manner == Manner.DEAF_TERMINAL;
    }

    /** Sockets of all attacks. */
    static int sockets() {
        return Arrays.stream(values()).mapToInt(Attack::connections).sum();
    }

    /** Terminals of all attacks. */
    static int terminals() {
        return Arrays.stream(values())
                .filter(Attack::authenticated)
                .mapToInt(Attack::connections)
                .sum();
    }
}
