package org.motorpool.telematics.bench.gateway;

/**
 * Serial numbers of the frames: even ones for reports, so that an answer that comes late, or over an older connection,
 * can mean one report only; odd ones for all else.
 */
final class Serials {
    private static final int MASK = 0xffff;

    private Serials() {}

    static int ofReport(int number) {
        return 2 * number & MASK;
    }

    /** For a message before report {@code number}. */
    static int before(int number) {
        return 2 * number - 1 & MASK;
    }

    /** Reports from {@code number} on up to the one with this serial; negative when the serial is of no report. */
    static int distance(int number, int serial) {
        int distance = serial - ofReport(number) & MASK;
        return (distance & 1) == 0 ? distance / 2 : -1;
    }
}
