package org.motorpool.telematics.bench.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.motorpool.telematics.codec.ProtocolVersion;

/**
 * Who the terminals are and what they report. All of it follows from the index of a terminal and the number of a report,
 * so that nothing has to be kept to know later what must be stored.
 *
 * @param firstReport terminal time of everybody's report 0, whole seconds; each further report is one second later,
 *     because a vehicle's time is the key of its positions
 */
record Roster(int terminals, Instant firstReport) {
    /** As far back as the reports of one terminal may reach, in seconds. */
    static final int MOST_REPORTS = 20_000;

    private static final long FIRST_PHONE = 14_000_000_000L;
    private static final long VEHICLES = 0x0199_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Terminals whose reports all lie in the past, though they come faster than once a second. */
    static Roster before(Instant now, int terminals) {
        Instant first = now.minus(Duration.ofSeconds(MOST_REPORTS));
        return new Roster(terminals, Instant.ofEpochSecond(first.getEpochSecond()));
    }

    /** The same without all after the first so many. */
    Roster first(int count) {
        return new Roster(count, firstReport);
    }

    /** The same and so many more. */
    Roster and(int more) {
        return new Roster(terminals + more, firstReport);
    }

    long phone(int terminal) {
        return FIRST_PHONE + terminal;
    }

    /** The terminal with this phone number, or -1. */
    int terminalOf(long phone) {
        return index(phone - FIRST_PHONE);
    }

    UUID vehicleId(int terminal) {
        return new UUID(VEHICLES, VARIANT | terminal);
    }

    /** The terminal of this vehicle, or -1. */
    int terminalOf(UUID vehicleId) {
        return vehicleId.getMostSignificantBits() == VEHICLES
                ? index(vehicleId.getLeastSignificantBits() ^ VARIANT)
                : -1;
    }

    private int index(long value) {
        return value >= 0 && value < terminals ? (int) value : -1;
    }

    String code(int terminal) {
        return "%012x".formatted(0x9e37_79b9_7f4aL ^ (long) terminal * 7919);
    }

    String plate(int terminal) {
        return "苏B" + ("%6s".formatted(Integer.toString(terminal, 36)).replace(' ', '0')).toUpperCase(Locale.ROOT);
    }

    /** Both header forms, half of the terminals each. */
    ProtocolVersion version(int terminal) {
        return (terminal & 1) == 0 ? ProtocolVersion.V2013 : ProtocolVersion.V2019;
    }

    /** Millionths of a degree. */
    int latitude_e6(int terminal, int number) {
        return 22_000_000 + terminal % 1000 * 17_011 + number * 97;
    }

    /** Millionths of a degree. */
    int longitude_e6(int terminal, int number) {
        return 98_000_000 + terminal / 1000 % 1000 * 22_013 + number * 131;
    }

    long reportedAt_s(int number) {
        return firstReport.getEpochSecond() + number;
    }

    /** The number of the report with this terminal time, negative when there is none. */
    long numberAt(long reportedAt_s) {
        return reportedAt_s - firstReport.getEpochSecond();
    }
}
