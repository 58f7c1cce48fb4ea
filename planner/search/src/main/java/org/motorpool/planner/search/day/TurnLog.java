package org.motorpool.planner.search.day;

import java.util.Arrays;

/** What the drivers of a vehicle had done when they gave it back, turn by turn; an open turn ends never. */
final class TurnLog {

    private static final int WIDTH = 7;
    private static final int OPEN_S = Integer.MAX_VALUE / 2;

    int size;
    private int[] entry = new int[2 * WIDTH];

    /** @param opens_s the earliest beginning of its first visit */
    void open(int driver, int opens_s) {
        if ((size + 1) * WIDTH > entry.length) {
            entry = Arrays.copyOf(entry, 2 * entry.length);
        }
        int at = size++ * WIDTH;
        entry[at] = driver;
        entry[at + 1] = opens_s;
        entry[at + 2] = OPEN_S;
        entry[at + 3] = OPEN_S;
        entry[at + 4] = 0;
        entry[at + 5] = 0;
        entry[at + 6] = 0;
    }

    /** The vehicle leaves for the first visit of the last turn. */
    void leave(int leave_s) {
        entry[(size - 1) * WIDTH + 2] = leave_s;
    }

    /** The last turn does not end today. */
    void keepOpen() {
        entry[(size - 1) * WIDTH + 3] = OPEN_S;
    }

    /** The last turn ends as the driver is now. */
    void close(Progress now) {
        int at = (size - 1) * WIDTH;
        entry[at + 3] = now.busyUntil_s;
        entry[at + 4] = now.driven_s;
        entry[at + 5] = now.carried_s;
        entry[at + 6] = now.standing_s - (now.at_s - now.busyUntil_s);
    }

    void copy(TurnLog other) {
        if (entry.length < other.size * WIDTH) {
            entry = new int[other.entry.length];
        }
        size = other.size;
        System.arraycopy(other.entry, 0, entry, 0, size * WIDTH);
    }

    boolean isLike(TurnLog other) {
        return Arrays.equals(entry, 0, size * WIDTH, other.entry, 0, other.size * WIDTH);
    }

    boolean has(int driver) {
        for (int i = 0; i < size; i++) {
            if (driver(i) == driver) {
                return true;
            }
        }
        return false;
    }

    int driver(int index) {
        return entry[index * WIDTH];
    }

    int opens_s(int index) {
        return entry[index * WIDTH + 1];
    }

    int leave_s(int index) {
        return entry[index * WIDTH + 2];
    }

    int end_s(int index) {
        return entry[index * WIDTH + 3];
    }

    int driven_s(int index) {
        return entry[index * WIDTH + 4];
    }

    /** Driving since the last rest, and standing since driving last, at the end. */
    int continuous_s(int index) {
        return entry[index * WIDTH + 5];
    }

    int standing_s(int index) {
        return entry[index * WIDTH + 6];
    }
}
