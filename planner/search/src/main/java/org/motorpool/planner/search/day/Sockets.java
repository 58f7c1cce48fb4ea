package org.motorpool.planner.search.day;

import java.util.Arrays;

/** Which sockets are taken when: a vehicle may charge only where one is free for all of the time. */
final class Sockets {

    private static final int SLOT_S = 300;
    private static final int SLOTS = 36 * 3600 / SLOT_S;

    private final int[] sockets;
    private final byte[][] taken;

    Sockets(DayFacts facts) {
        sockets = new int[facts.places().size()];
        taken = new byte[sockets.length][];
        for (DayFacts.Charger charger : facts.chargers()) {
            sockets[charger.place()] += charger.sockets();
            taken[charger.place()] = new byte[SLOTS];
        }
    }

    private static int slot(int at_s) {
        return Math.clamp(at_s / SLOT_S, 0, SLOTS - 1);
    }

    /** The earliest second from which a socket is free for so long, begun no later than {@code latest_s}; −1 when there is none. */
    int findFree(int place, int earliest_s, int latest_s, int length_s, Bookings own) {
        int start_s = earliest_s;
        while (start_s <= latest_s) {
            int full = lastFull(place, start_s, start_s + length_s, own);
            if (full < 0) {
                return start_s;
            }
            start_s = (full + 1) * SLOT_S;
        }
        return -1;
    }

    private int lastFull(int place, int from_s, int to_s, Bookings own) {
        for (int slot = slot(to_s); slot >= slot(from_s); slot--) {
            if (taken[place][slot] - own.count(place, slot * SLOT_S, SLOT_S) >= sockets[place]) {
                return slot;
            }
        }
        return -1;
    }

    void take(Bookings bookings) {
        change(bookings, 1);
    }

    void release(Bookings bookings) {
        change(bookings, -1);
    }

    private void change(Bookings bookings, int by) {
        for (int i = 0; i < bookings.size; i++) {
            for (int slot = slot(bookings.from_s[i]); slot <= slot(bookings.to_s[i]); slot++) {
                taken[bookings.place[i]][slot] += (byte) by;
            }
        }
    }

    /** When and where one route charges. */
    static final class Bookings {
        int size;
        int[] place = new int[2];
        int[] from_s = new int[2];
        int[] to_s = new int[2];

        void add(int at, int start_s, int end_s) {
            if (size == place.length) {
                place = Arrays.copyOf(place, 2 * size);
                from_s = Arrays.copyOf(from_s, 2 * size);
                to_s = Arrays.copyOf(to_s, 2 * size);
            }
            place[size] = at;
            from_s[size] = start_s;
            to_s[size++] = end_s;
        }

        void copy(Bookings other) {
            size = 0;
            for (int i = 0; i < other.size; i++) {
                add(other.place[i], other.from_s[i], other.to_s[i]);
            }
        }

        /** How many of its own slots these seconds touch. */
        int count(int at, int slot_s, int length_s) {
            int count = 0;
            for (int i = 0; i < size; i++) {
                boolean touches = from_s[i] < slot_s + length_s && to_s[i] >= slot_s;
                count += place[i] == at && touches ? 1 : 0;
            }
            return count;
        }
    }
}
