package org.motorpool.planner.search.day;

import java.util.Arrays;

/** Remembers ways between places: metres and seconds in one long. The memory is bounded, however many places there are. */
final class Ways {

    private static final int LARGEST = 1 << 21;
    private static final int LEAST = 1 << 12;
    private static final int SPREAD = 0x9E3779B1;

    private final Travel travel;
    private final long[] pair;
    private final long[] way;
    private final int shift;

    Ways(Travel travel, int places) {
        long wanted = Math.max(LEAST, Math.min(LARGEST, 2L * places * places));
        int size = Integer.highestOneBit((int) wanted);
        this.travel = travel;
        this.pair = new long[size];
        this.way = new long[size];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
        Arrays.fill(pair, -1);
    }

    /** To be read by {@link #metres} and {@link #seconds}. */
    long between(int from, int to) {
        long key = (long) from << 32 | to;
        int at = (from * SPREAD + to) * SPREAD >>> shift;
        if (pair[at] != key) {
            way[at] = (long) travel.distance_m(from, to) << 32 | travel.duration_s(from, to);
            pair[at] = key;
        }
        return way[at];
    }

    static int metres(long way) {
        return (int) (way >>> 32);
    }

    static int seconds(long way) {
        return (int) way;
    }

    int metres(int from, int to) {
        return metres(between(from, to));
    }

    int seconds(int from, int to) {
        return seconds(between(from, to));
    }
}
