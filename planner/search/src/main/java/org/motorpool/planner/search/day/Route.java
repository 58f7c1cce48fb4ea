package org.motorpool.planner.search.day;

import java.util.Arrays;

/**
 * The day of one vehicle: visits in their order, {@code −1 − d} where driver {@code d} takes over at home, with the times of the last
 * {@link Simulation} that decide whether something may fit in between.
 */
final class Route {

    int vehicle;
    int size;
    int[] visit = new int[8];

    /** When the vehicle leaves for the visit, begins and ends it, and when it must begin at the latest for all that follow. */
    int[] leave_s = new int[8];

    int[] begin_s = new int[8];
    int[] end_s = new int[8];
    int[] last_s = new int[8];

    /** Riders on board afterwards. */
    int[] riders = new int[8];

    final long[] terms_fen = new long[CostTerm.COUNT];
    long cost_fen;
    final Sockets.Bookings bookings = new Sockets.Bookings();
    final MovementLog log = new MovementLog();
    final TurnLog turns = new TurnLog();

    /** What has begun: so many visits, movements and bookings are behind; and where the vehicle is after them. */
    int frozen;

    int frozenMovements;
    int frozenBookings;

    final Progress progress = new Progress();

    /** What is left is driven however late, because it has begun. */
    boolean excused;

    /** That was so once today. */
    boolean wasExcused;

    /** It ends where it is. */
    boolean stranded;

    Route(int vehicle) {
        this.vehicle = vehicle;
    }

    boolean isEmpty() {
        return size == 0;
    }

    static int takeOver(int driver) {
        return -1 - driver;
    }

    static boolean isTakeOver(int visit) {
        return visit < 0;
    }

    /** Whether a ride begins with the visit; an exclusive one has no other. */
    static boolean isPickup(int visit) {
        return visit >= 0 && (visit & 1) == 0;
    }

    static int driver(int visit) {
        return -1 - visit;
    }

    /** Driver at the wheel for visit number {@code index}. */
    int driverAt(int index) {
        int at = index;
        while (!isTakeOver(visit[at])) {
            at--;
        }
        return driver(visit[at]);
    }

    /** When the vehicle is free for visit number {@code index}. */
    int free_s(int index) {
        return index == frozen ? progress.at_s : end_s[index - 1];
    }

    int indexOf(int wanted) {
        for (int i = 0; i < size; i++) {
            if (visit[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    void copy(Route other) {
        reserve(other.size);
        size = other.size;
        System.arraycopy(other.visit, 0, visit, 0, size);
        System.arraycopy(other.leave_s, 0, leave_s, 0, size);
        System.arraycopy(other.begin_s, 0, begin_s, 0, size);
        System.arraycopy(other.end_s, 0, end_s, 0, size);
        System.arraycopy(other.last_s, 0, last_s, 0, size);
        System.arraycopy(other.riders, 0, riders, 0, size);
        System.arraycopy(other.terms_fen, 0, terms_fen, 0, terms_fen.length);
        cost_fen = other.cost_fen;
        bookings.copy(other.bookings);
        log.copy(other.log);
        turns.copy(other.turns);
        frozen = other.frozen;
        frozenMovements = other.frozenMovements;
        frozenBookings = other.frozenBookings;
        excused = other.excused;
        wasExcused = other.wasExcused;
        stranded = other.stranded;
        progress.copy(other.progress);
    }

    /** Becomes a draft of the other with {@code visits} at most: what has begun is there, the rest is for the caller. */
    void draft(Route other, int visits) {
        reserve(visits);
        frozen = other.frozen;
        size = frozen;
        System.arraycopy(other.visit, 0, visit, 0, frozen);
        System.arraycopy(other.leave_s, 0, leave_s, 0, frozen);
        System.arraycopy(other.begin_s, 0, begin_s, 0, frozen);
        System.arraycopy(other.end_s, 0, end_s, 0, frozen);
        System.arraycopy(other.last_s, 0, last_s, 0, frozen);
        System.arraycopy(other.riders, 0, riders, 0, frozen);
        frozenMovements = other.frozenMovements;
        frozenBookings = other.frozenBookings;
        if (frozen > 0) {
            bookings.copy(other.bookings);
            log.copy(other.log);
            turns.copy(other.turns);
        }
        progress.copy(other.progress);
        excused = other.excused;
        wasExcused = other.wasExcused;
        stranded = other.stranded;
        vehicle = other.vehicle;
    }

    /** Drops the visits of a ride, and drivers who are left with none; the times are stale afterwards. */
    void without(int ride) {
        int kept = frozen;
        for (int i = frozen; i < size; i++) {
            boolean drops = !isTakeOver(visit[i]) && visit[i] >> 1 == ride;
            boolean idle = isTakeOver(visit[i]) && kept > frozen && isTakeOver(visit[kept - 1]);
            if (idle) {
                kept--;
            }
            if (!drops) {
                visit[kept++] = visit[i];
            }
        }
        boolean endsIdle = kept > frozen && isTakeOver(visit[kept - 1]);
        size = endsIdle ? kept - 1 : kept;
    }

    void append(int added) {
        visit[size++] = added;
    }

    void append(Route other, int from, int to) {
        System.arraycopy(other.visit, from, visit, size, to - from);
        size += to - from;
    }

    void reserve(int visits) {
        if (visit.length < visits) {
            int room = 2 * visits;
            visit = Arrays.copyOf(visit, room);
            leave_s = Arrays.copyOf(leave_s, room);
            begin_s = Arrays.copyOf(begin_s, room);
            end_s = Arrays.copyOf(end_s, room);
            last_s = Arrays.copyOf(last_s, room);
            riders = Arrays.copyOf(riders, room);
        }
    }
}
