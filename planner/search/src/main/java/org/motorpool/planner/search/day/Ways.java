package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.List;

/**
 * Remembers ways between places: metres and seconds in one long. The memory is bounded, however many places there are. How long a way takes
 * is asked here and nowhere else: its seconds are those measured, its {@link #pace} says what the hour makes of them.
 */
final class Ways {

    private static final int LARGEST = 1 << 21;
    private static final int LEAST = 1 << 12;
    private static final int SPREAD = 0x9E3779B1;

    private final Travel travel;
    private final long[] pair;
    private final long[] way;
    private final int shift;
    private final Traffic traffic;
    private final boolean even;

    /** Of ways from each place. */
    private Pace[] paces;

    private int places;

    Ways(Travel travel, List<DayFacts.Place> places, Traffic traffic) {
        long wanted = Math.max(LEAST, Math.min(LARGEST, 2L * places.size() * places.size()));
        int size = Integer.highestOneBit((int) wanted);
        this.travel = travel;
        this.pair = new long[size];
        this.way = new long[size];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
        Arrays.fill(pair, -1);
        this.traffic = traffic;
        this.even = traffic.isEven();
        this.paces = new Pace[places.size()];
        places.forEach(this::add);
    }

    /** One more place, with the next number. */
    void add(DayFacts.Place place) {
        if (places == paces.length) {
            paces = Arrays.copyOf(paces, places + places / 2 + 16);
        }
        paces[places++] = traffic.in(place.region());
    }

    /** Whether no hour differs from another. */
    boolean isEven() {
        return even;
    }

    /** Of ways that begin there. */
    Pace pace(int from) {
        return even ? Pace.EVEN : paces[from];
    }

    /** No way takes less than so much of what is measured. */
    double least() {
        return traffic.least();
    }

    /** When a vehicle is there that leaves then. */
    int arrive_s(int from, int leave_s, int to) {
        return pace(from).arrive_s(leave_s, seconds(from, to));
    }

    /** When it leaves at the latest to be there then. */
    int leave_s(int from, int arrive_s, int to) {
        return pace(from).leave_s(arrive_s, seconds(from, to));
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

    /** As it is measured. */
    int seconds(int from, int to) {
        return seconds(between(from, to));
    }
}
