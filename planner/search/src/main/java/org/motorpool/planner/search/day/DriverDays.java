package org.motorpool.planner.search.day;

import java.util.Arrays;

/**
 * Which vehicles every driver has on the day. A driver who is free takes another one after bringing one back to the parking place; the
 * turns of a driver are in one order, and what the earlier ones left is carried into the later ones.
 */
final class DriverDays {

    private static final int NONE = DayFacts.NONE;
    private static final int[] NOBODY = {};

    private final DispatchDay day;
    private final Route[] route;
    private final int[][] vehicles;
    private final int[] count;

    /** What drivers of several turns are counted less than by their routes: each counts once, at the highest price; 0 or less. */
    private long again_fen;

    /** What {@link #look} found: the turn before, or −1, and the turn after. */
    private Route beforeIn;

    private int before;
    private Route afterIn;
    private int after;
    private int elsewhere_s;

    DriverDays(DispatchDay day, Route[] route) {
        this.day = day;
        this.route = route;
        this.vehicles = new int[day.drivers.size][];
        this.count = new int[day.drivers.size];
        this.beforeIn = new Route(0);
        this.afterIn = beforeIn;
        for (int driver = 0; driver < vehicles.length; driver++) {
            vehicles[driver] = new int[1];
        }
    }

    /** The drivers of the route have its vehicle from now on. */
    void enter(Route driven) {
        for (int i = 0; i < driven.size; i++) {
            if (Route.isTakeOver(driven.visit[i])) {
                add(Route.driver(driven.visit[i]), driven.vehicle);
            }
        }
    }

    /** The drivers of the route have its vehicle no longer. */
    void leave(Route driven) {
        for (int i = 0; i < driven.size; i++) {
            if (Route.isTakeOver(driven.visit[i])) {
                remove(Route.driver(driven.visit[i]), driven.vehicle);
            }
        }
    }

    /** Anew from all routes. */
    void rename() {
        Arrays.fill(count, 0);
        again_fen = 0;
        for (Route driven : route) {
            enter(driven);
        }
    }

    private void add(int driver, int vehicle) {
        again_fen += again_fen(driver, vehicle);
        if (count[driver] == vehicles[driver].length) {
            vehicles[driver] = Arrays.copyOf(vehicles[driver], 2 * count[driver]);
        }
        vehicles[driver][count[driver]++] = vehicle;
    }

    private void remove(int driver, int vehicle) {
        int[] of = vehicles[driver];
        int at = 0;
        while (of[at] != vehicle) {
            at++;
        }
        of[at] = of[--count[driver]];
        again_fen -= again_fen(driver, vehicle);
    }

    boolean isIdle(int driver) {
        return count[driver] == 0;
    }

    /** Whether the driver has another vehicle on the day, too. */
    boolean isElsewhere(int driver, int vehicle) {
        int[] of = vehicles[driver];
        for (int i = 0; i < count[driver]; i++) {
            if (of[i] != vehicle) {
                return true;
            }
        }
        return false;
    }

    long again_fen() {
        return again_fen;
    }

    /** What one more turn of the driver counts less than its route says; 0 or less. */
    long again_fen(int driver, int vehicle) {
        if (count[driver] == 0) {
            return 0;
        }
        long dearest_fen = 0;
        for (int i = 0; i < count[driver]; i++) {
            dearest_fen = Math.max(dearest_fen, day.vehicles.driver_fen[vehicles[driver][i]]);
        }
        return -Math.min(dearest_fen, day.vehicles.driver_fen[vehicle]);
    }

    /** Whether the driver is at the parking place long enough for a ride, before or after each turn in another vehicle. */
    boolean mayFit(int driver, int vehicle, int leave_s, int back_s) {
        for (int i = 0; i < count[driver]; i++) {
            Route other = route[vehicles[driver][i]];
            for (int turn = 0; other.vehicle != vehicle && turn < other.turns.size; turn++) {
                boolean beside = other.turns.driver(turn) != driver
                        || back_s + day.takeOver_s <= other.turns.leave_s(turn)
                        || other.turns.end_s(turn) + day.takeOver_s <= leave_s;
                if (!beside) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Looks what the driver of the last turn of a draft does before and after it. */
    DriverDays look(Route draft) {
        int turn = draft.turns.size - 1;
        int driver = draft.turns.driver(turn);
        before = NONE;
        after = NONE;
        elsewhere_s = 0;
        for (int own = 0; own < turn; own++) {
            if (draft.turns.driver(own) == driver) {
                elsewhere_s += draft.turns.driven_s(own);
                comesBefore(draft, own);
            }
        }
        for (int i = 0; i < count[driver]; i++) {
            int vehicle = vehicles[driver][i];
            if (vehicle != draft.vehicle && isNew(driver, i)) {
                look(draft, turn, route[vehicle]);
            }
        }
        return this;
    }

    private boolean isNew(int driver, int index) {
        for (int i = 0; i < index; i++) {
            if (vehicles[driver][i] == vehicles[driver][index]) {
                return false;
            }
        }
        return true;
    }

    private void look(Route draft, int turn, Route other) {
        for (int k = 0; k < other.turns.size; k++) {
            if (other.turns.driver(k) == draft.turns.driver(turn)) {
                elsewhere_s += other.turns.driven_s(k);
                if (isBefore(other, k, draft, turn)) {
                    comesBefore(other, k);
                } else if (after == NONE || other.turns.leave_s(k) < afterIn.turns.leave_s(after)) {
                    afterIn = other;
                    after = k;
                }
            }
        }
    }

    private void comesBefore(Route in, int turn) {
        if (before == NONE || in.turns.end_s(turn) > beforeIn.turns.end_s(before)) {
            beforeIn = in;
            before = turn;
        }
    }

    /** What has begun comes first, and then whose first visit may begin earlier. */
    private static boolean isBefore(Route one, int turn, Route other, int otherTurn) {
        boolean begun = turn < one.progress.turns;
        boolean otherBegun = otherTurn < other.progress.turns;
        if (begun && otherBegun) {
            return one.turns.leave_s(turn) < other.turns.leave_s(otherTurn);
        }
        int one_s = one.turns.opens_s(turn);
        int other_s = other.turns.opens_s(otherTurn);
        return begun != otherBegun ? begun : one_s < other_s || one_s == other_s && one.vehicle < other.vehicle;
    }

    /** No turn is before it. */
    boolean isFirst() {
        return before == NONE;
    }

    /** When the driver has brought the vehicle before back, driving and standing then. */
    int ready_s() {
        return beforeIn.turns.end_s(before);
    }

    int continuous_s() {
        return beforeIn.turns.continuous_s(before);
    }

    int standing_s() {
        return beforeIn.turns.standing_s(before);
    }

    /** At the wheel in all other turns. */
    int elsewhere_s() {
        return elsewhere_s;
    }

    /** When the driver must be back for the turn after. */
    int latest_s(int driver) {
        return after == NONE
                ? Integer.MAX_VALUE
                : Math.min(afterIn.turns.leave_s(after) - day.takeOver_s, day.drivers.to_s[driver]);
    }

    /** Whether the turn after stays as it is when the driver comes to it like this. */
    boolean isRested(Progress now) {
        if (after == NONE || now.carried_s == 0) {
            return true;
        }
        int standing_s = now.standing_s + afterIn.turns.leave_s(after) - now.at_s;
        return standing_s >= Progress.REST_S
                || now.carried_s + afterIn.turns.driven_s(after) <= Progress.MOST_CONTINUOUS_S;
    }

    /** Vehicles in which a driver of the route has other turns: each may begin otherwise when one ends otherwise. */
    int[] others(Route driven) {
        int[] others = NOBODY;
        for (int i = 0; i < driven.size; i++) {
            if (Route.isTakeOver(driven.visit[i])) {
                int driver = Route.driver(driven.visit[i]);
                for (int k = 0; isElsewhere(driver, driven.vehicle) && k < count[driver]; k++) {
                    others = with(others, vehicles[driver][k]);
                }
            }
        }
        return others;
    }

    private static int[] with(int[] vehicles, int added) {
        int[] more = Arrays.copyOf(vehicles, vehicles.length + 1);
        more[vehicles.length] = added;
        return more;
    }

    /** Vehicles in which a driver of the route has a later turn. */
    int[] later(Route driven) {
        int[] later = NOBODY;
        for (int turn = 0; turn < driven.turns.size; turn++) {
            int driver = driven.turns.driver(turn);
            for (int i = 0; isElsewhere(driver, driven.vehicle) && i < count[driver]; i++) {
                Route other = route[vehicles[driver][i]];
                if (other.vehicle != driven.vehicle && isLater(other, driver, driven, turn)) {
                    later = with(later, other.vehicle);
                }
            }
        }
        return later;
    }

    private static boolean isLater(Route other, int driver, Route driven, int turn) {
        for (int k = 0; k < other.turns.size; k++) {
            if (other.turns.driver(k) == driver && !isBefore(other, k, driven, turn)) {
                return true;
            }
        }
        return false;
    }
}
