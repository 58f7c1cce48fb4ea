package org.motorpool.telematics.bench.gateway;

/**
 * Which report of which terminal was sent and which was acknowledged. A terminal has few unacknowledged reports at a
 * time, so a number and a word of bits remember all of them. Not thread-safe.
 */
final class Ledger {
    /** Reports of one terminal that may wait for their answer; 64 at most, the bits of a word. */
    static final int WINDOW = 16;

    private final int[] first;
    private final int[] next;
    /** Bit k: report {@code first} + k is acknowledged; bit 0 never is. */
    private final long[] beyond;

    private long sent;
    private long acknowledged;

    Ledger(int terminals) {
        first = new int[terminals];
        next = new int[terminals];
        beyond = new long[terminals];
    }

    /** The number of the next new report, which equals the number of reports sent. */
    int next(int terminal) {
        return next[terminal];
    }

    boolean room(int terminal) {
        return next[terminal] - first[terminal] < WINDOW;
    }

    boolean waits(int terminal) {
        return next[terminal] != first[terminal];
    }

    /** Takes the next report as sent and answers its number. */
    int send(int terminal) {
        sent++;
        return next[terminal]++;
    }

    /** Settles the report with this serial and answers its number; -1 when none that waits has it. */
    int acknowledge(int terminal, int serial) {
        int distance = Serials.distance(first[terminal], serial);
        if (distance < 0 || distance >= next[terminal] - first[terminal] || (beyond[terminal] >>> distance & 1) != 0) {
            return -1;
        }
        int number = first[terminal] + distance;
        acknowledged++;
        settle(terminal, beyond[terminal] | 1L << distance);
        return number;
    }

    private void settle(int terminal, long bits) {
        int run = Long.numberOfTrailingZeros(~bits);
        first[terminal] += run;
        beyond[terminal] = bits >>> run;
    }

    boolean acknowledged(int terminal, int number) {
        int distance = number - first[terminal];
        return distance < 0 || distance < WINDOW && (beyond[terminal] >>> distance & 1) != 0;
    }

    /** The lowest report from {@code from} on that waits for its answer, or -1. */
    int waiting(int terminal, int from) {
        for (int number = Math.max(from, first[terminal]); number < next[terminal]; number++) {
            if (!acknowledged(terminal, number)) {
                return number;
            }
        }
        return -1;
    }

    long sent() {
        return sent;
    }

    long acknowledged() {
        return acknowledged;
    }
}
