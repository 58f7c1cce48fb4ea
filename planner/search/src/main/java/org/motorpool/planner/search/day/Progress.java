package org.motorpool.planner.search.day;

/** How far a vehicle and its driver are, at one moment of their day. */
final class Progress {

    static final int MOST_CONTINUOUS_S = 4 * 3600;
    static final int REST_S = 20 * 60;

    /** Visits that are behind. */
    int index;

    int place;
    int at_s;

    /** When it last came to an end of something: idle hours at home are no work. */
    int busyUntil_s;

    /** Metres the vehicle can still drive. */
    int range_m;

    /** Windows of the vehicle that are behind. */
    int blocked;

    int driver;

    /** Driving since the last rest, on this day, and standing since driving last. */
    int continuous_s;

    int driven_s;
    int standing_s;

    /** Driving since the last rest, as it was at {@link #busyUntil_s}: what the driver takes along who leaves then. */
    int carried_s;

    int riders;
    int baggage;

    /** The ride whose riders got on last. */
    int boarded = DayFacts.NONE;

    long loaded_m;
    long empty_m;
    long waiting_s;
    long overtime_s;
    int turns;

    void copy(Progress other) {
        index = other.index;
        place = other.place;
        at_s = other.at_s;
        busyUntil_s = other.busyUntil_s;
        range_m = other.range_m;
        blocked = other.blocked;
        driver = other.driver;
        continuous_s = other.continuous_s;
        driven_s = other.driven_s;
        standing_s = other.standing_s;
        carried_s = other.carried_s;
        riders = other.riders;
        baggage = other.baggage;
        boarded = other.boarded;
        loaded_m = other.loaded_m;
        empty_m = other.empty_m;
        waiting_s = other.waiting_s;
        overtime_s = other.overtime_s;
        turns = other.turns;
    }

    /** At home in the morning, nobody at the wheel. */
    void park(int home, int charge_m, int earliest_s) {
        index = 0;
        place = home;
        at_s = earliest_s;
        busyUntil_s = earliest_s;
        range_m = charge_m;
        blocked = 0;
        driver = DayFacts.NONE;
        riders = 0;
        baggage = 0;
        loaded_m = 0;
        empty_m = 0;
        waiting_s = 0;
        overtime_s = 0;
        turns = 0;
    }

    /** Stands where it is; that counts as waiting away from home. */
    void waitUntil(int until_s, int home) {
        int wait_s = Math.max(0, until_s - at_s);
        int before_s = busyUntil_s;
        int carriedBefore_s = carried_s;
        waiting_s += place == home ? 0 : wait_s;
        stand(wait_s);
        busyUntil_s = before_s;
        carried_s = carriedBefore_s;
    }

    /** A driver who has had no other vehicle today. */
    void take(int newDriver, int from_s) {
        driver = newDriver;
        at_s = Math.max(at_s, from_s);
        busyUntil_s = at_s;
        continuous_s = 0;
        driven_s = 0;
        standing_s = 0;
        carried_s = 0;
        turns++;
    }

    /** What the driver has driven since the last rest, with another vehicle that was brought back then. */
    void carry(int before_s, int stood_s, int back_s) {
        continuous_s = before_s;
        int length_s = at_s - back_s;
        at_s = back_s;
        standing_s = stood_s;
        stand(length_s);
    }

    /** Standing in one go for 20 minutes is a rest. */
    void stand(int length_s) {
        at_s += length_s;
        busyUntil_s = at_s;
        standing_s += length_s;
        if (standing_s >= REST_S) {
            continuous_s = 0;
        }
        carried_s = continuous_s;
    }

    /** When a vehicle is there that leaves now, with the rests that are due on the way; {@code way_s} as it is measured. */
    int arrive_s(Pace pace, int way_s) {
        int arrive_s = pace.arrive_s(at_s, way_s);
        return continuous_s + arrive_s - at_s <= MOST_CONTINUOUS_S ? arrive_s : rested_s(pace, way_s, at_s);
    }

    /** When it leaves to be there then: as late as it can, but where rests are due in which the pace changes. */
    int leave_s(Pace pace, int way_s, int arrive_s) {
        int leave_s = pace.leave_s(arrive_s, way_s);
        int rests = (continuous_s + arrive_s - leave_s - 1) / MOST_CONTINUOUS_S;
        return way_s == 0 || rests <= 0 ? leave_s : leaveForRests_s(pace, way_s, arrive_s, rests);
    }

    private int leaveForRests_s(Pace pace, int way_s, int arrive_s, int rests) {
        int leave_s = pace.leave_s(arrive_s - rests * REST_S, way_s);
        for (int late_s = 1; late_s > 0; leave_s -= Math.max(0, late_s)) {
            late_s = rested_s(pace, way_s, leave_s) - arrive_s;
        }
        return leave_s;
    }

    /** Arrival of who leaves then and rests when four hours are full. */
    private int rested_s(Pace pace, int way_s, int leave_s) {
        int now_s = leave_s;
        int stretch_s = MOST_CONTINUOUS_S - continuous_s;
        long left = Pace.whole(way_s);
        while (pace.after(now_s, left) > now_s + stretch_s) {
            left -= pace.between(now_s, now_s + stretch_s);
            now_s += stretch_s + REST_S;
            stretch_s = MOST_CONTINUOUS_S;
        }
        return pace.after(now_s, left);
    }

    void drive(Pace pace, int way_s, int metres) {
        if (way_s > 0) {
            int lasts_s = arrive_s(pace, way_s) - at_s;
            int rests = (continuous_s + lasts_s - 1) / (MOST_CONTINUOUS_S + REST_S);
            int driving_s = lasts_s - rests * REST_S;
            at_s += lasts_s;
            continuous_s += driving_s - rests * MOST_CONTINUOUS_S;
            driven_s += driving_s;
            standing_s = 0;
            carried_s = continuous_s;
            busyUntil_s = at_s;
        }
        range_m -= metres;
        if (riders > 0) {
            loaded_m += metres;
        } else {
            empty_m += metres;
        }
    }
}
