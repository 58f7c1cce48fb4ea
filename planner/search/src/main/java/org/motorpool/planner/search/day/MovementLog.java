package org.motorpool.planner.search.day;

import java.util.Arrays;

/** What a vehicle does, movement by movement, as far as it was driven in thought. */
final class MovementLog {

    /** Kinds of movement. */
    static final int TAKE_OVER = 0;

    static final int VISIT = 1;
    static final int CHARGE = 2;
    static final int HOME = 3;

    private static final int WIDTH = 7;

    int size;
    private int[] entry = new int[8 * WIDTH];

    void add(int kind, int what, int place, int leave_s, int arrive_s, int begin_s, int end_s) {
        if ((size + 1) * WIDTH > entry.length) {
            entry = Arrays.copyOf(entry, 2 * entry.length);
        }
        int at = size++ * WIDTH;
        entry[at] = kind;
        entry[at + 1] = what;
        entry[at + 2] = place;
        entry[at + 3] = leave_s;
        entry[at + 4] = arrive_s;
        entry[at + 5] = begin_s;
        entry[at + 6] = end_s;
    }

    void copy(MovementLog other) {
        if (entry.length < other.size * WIDTH) {
            entry = new int[other.entry.length];
        }
        size = other.size;
        System.arraycopy(other.entry, 0, entry, 0, size * WIDTH);
    }

    int kind(int index) {
        return entry[index * WIDTH];
    }

    /** Driver who takes over, or visit. */
    int what(int index) {
        return entry[index * WIDTH + 1];
    }

    int place(int index) {
        return entry[index * WIDTH + 2];
    }

    int leave_s(int index) {
        return entry[index * WIDTH + 3];
    }

    int arrive_s(int index) {
        return entry[index * WIDTH + 4];
    }

    int begin_s(int index) {
        return entry[index * WIDTH + 5];
    }

    int end_s(int index) {
        return entry[index * WIDTH + 6];
    }
}
