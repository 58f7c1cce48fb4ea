package org.motorpool.planner.search.day;

/** Fairness between units: who lends more hours than it borrows, or less, and what that counts; it grows with the square. */
final class Balance {

    private static final long SQUARE_HOUR_S = 3600L * 3600L;

    private final DispatchDay day;
    private final long[] lent_s;
    private final long[] before_s;
    private long cost_fen;
    private long before_fen;

    Balance(DispatchDay day) {
        this.day = day;
        this.lent_s = new long[day.units];
        this.before_s = new long[day.units];
    }

    long cost_fen() {
        return cost_fen;
    }

    /** @param times 1 when the ride is given to the vehicle, −1 when it is taken away */
    void lend(int vehicle, int ride, int times) {
        int owner = day.vehicles.unit[vehicle];
        int user = day.rides.unit[ride];
        if (owner != user) {
            change(owner, times * day.rides.direct_s[ride]);
            change(user, -times * day.rides.direct_s[ride]);
        }
    }

    private void change(int unit, int by_s) {
        cost_fen += cost_fen(unit, lent_s[unit] + by_s) - cost_fen(unit, lent_s[unit]);
        lent_s[unit] += by_s;
    }

    private long cost_fen(int unit, long seconds) {
        return day.weights[unit].fairness_fen() * (seconds * seconds) / SQUARE_HOUR_S;
    }

    long added_fen(int vehicle, int ride) {
        int owner = day.vehicles.unit[vehicle];
        int user = day.rides.unit[ride];
        int more_s = day.rides.direct_s[ride];
        return owner == user
                ? 0
                : cost_fen(owner, lent_s[owner] + more_s)
                        - cost_fen(owner, lent_s[owner])
                        + cost_fen(user, lent_s[user] - more_s)
                        - cost_fen(user, lent_s[user]);
    }

    void keep() {
        System.arraycopy(lent_s, 0, before_s, 0, lent_s.length);
        before_fen = cost_fen;
    }

    void undo() {
        System.arraycopy(before_s, 0, lent_s, 0, lent_s.length);
        cost_fen = before_fen;
    }
}
