package org.motorpool.planner.search.day;

import java.util.Arrays;

/**
 * Drives a route in thought: leaves as late as the next visit allows, rests when four hours are over, stands at home while blocked,
 * charges as soon as the rest of the day needs it and there is time. Fills the route's times and cost, or says what is in the way.
 */
final class Simulation {

    /** Metres that stay in the battery. */
    static final int RESERVE_M = 10_000;

    private final DispatchDay day;
    private final RideTable rides;
    private final VehicleTable vehicles;
    private final DriverTable drivers;
    private final Ways ways;
    private final Charging charging;
    private final Progress now = new Progress();
    private final Horizon horizon;
    private final DriverDays days;
    private Route route;
    private boolean logging;
    private Obstacle obstacle = Obstacle.TIME;
    private int needed_m;
    private int missing_m;
    private int home;

    Simulation(DispatchDay day, Sockets sockets, DriverDays days) {
        this.day = day;
        this.rides = day.rides;
        this.vehicles = day.vehicles;
        this.drivers = day.drivers;
        this.ways = day.ways;
        this.charging = new Charging(day, sockets);
        this.horizon = new Horizon(day);
        this.days = days;
        this.route = new Route(0);
    }

    /** What was in the way when {@link #run} said no. */
    Obstacle obstacle() {
        return obstacle;
    }

    /** What the battery lacked when {@link #obstacle} is ENERGY. */
    Shortage shortage() {
        return new Shortage(needed_m, needed_m - missing_m);
    }

    /** Whether the visits can be driven; then the draft has their times and cost. */
    boolean run(Route draft, Sockets.Bookings own) {
        logging = false;
        return drive(draft, own);
    }

    /** The same, and every movement is written down. */
    boolean runLogged(Route draft, Sockets.Bookings own) {
        logging = true;
        return drive(draft, own);
    }

    /** The vehicle is where so many visits leave it, of a route that can be driven; when nothing else is left for the turn it heads home. */
    void advance(Route driven, int visits, int now_s, Sockets.Bookings own) {
        logging = true;
        start(driven, own);
        horizon.look(driven);
        for (int i = now.index; i < visits && step(i); i++) {
            now.index = i + 1;
        }
        boolean endsTurn = now.index == driven.size || Route.isTakeOver(driven.visit[now.index]);
        if (endsTurn && now.turns > 0 && now.at_s <= now_s && !driven.stranded) {
            goHome();
        }
        driven.frozen = now.index;
        driven.progress.copy(now);
        driven.frozenMovements = driven.log.size;
        driven.frozenBookings = driven.bookings.size;
    }

    private boolean drive(Route draft, Sockets.Bookings own) {
        start(draft, own);
        if (draft.size == 0) {
            return true;
        }
        if (!horizon.look(draft) && !refuse(Obstacle.TIME)) {
            return false;
        }
        for (int i = now.index; i < draft.size; i++) {
            if (!step(i)) {
                return false;
            }
        }
        return (draft.stranded ? strand() : goHome() && closeTurn()) && price();
    }

    /** The vehicle and its driver stay where they are. */
    private boolean strand() {
        route.turns.keepOpen();
        return true;
    }

    private void start(Route draft, Sockets.Bookings own) {
        route = draft;
        home = vehicles.home[draft.vehicle];
        charging.start(draft, own, now);
        now.copy(draft.progress);
        draft.bookings.size = draft.frozenBookings;
        draft.log.size = draft.frozenMovements;
        draft.turns.size = now.turns;
        draft.cost_fen = 0;
        Arrays.fill(draft.terms_fen, 0);
    }

    private boolean step(int i) {
        return Route.isTakeOver(route.visit[i]) ? takeOver(i) : visit(i);
    }

    private boolean takeOver(int i) {
        if (now.turns > 0 && !(goHome() && closeTurn())) {
            return false;
        }
        int driver = Route.driver(route.visit[i]);
        boolean handed = now.turns > 0;
        route.turns.open(driver, i + 1 < route.size ? rides.earliest_s[route.visit[i + 1]] : 0);
        now.take(driver, drivers.from_s[driver]);
        boolean again = isTwice(driver) && !days.look(route).isFirst();
        if (again && !comeFromBefore(driver)) {
            return false;
        }
        int begin_s = now.at_s;
        if (handed || again) {
            now.stand(day.takeOver_s);
        }
        times(i, begin_s, begin_s);
        log(MovementLog.TAKE_OVER, driver, home, begin_s, begin_s, begin_s);
        return true;
    }

    /** Whether the driver of the last turn may have another one. */
    private boolean isTwice(int driver) {
        return route.turns.size > 1 || days.isElsewhere(driver, route.vehicle);
    }

    /** From the vehicle that the driver has brought back; nobody takes another one in overtime. */
    private boolean comeFromBefore(int driver) {
        int back_s = days.ready_s();
        now.at_s = Math.max(now.at_s, back_s);
        if (now.at_s > drivers.to_s[driver] && !refuse(Obstacle.SHIFT)) {
            return false;
        }
        now.carry(days.continuous_s(), days.standing_s(), back_s);
        return true;
    }

    private void times(int i, int leave_s, int begin_s) {
        route.leave_s[i] = leave_s;
        route.begin_s[i] = begin_s;
        route.end_s[i] = now.at_s;
        route.riders[i] = now.riders;
    }

    private void log(int kind, int what, int place, int leave_s, int arrive_s, int begin_s) {
        if (logging) {
            route.log.add(kind, what, place, leave_s, arrive_s, begin_s, now.at_s);
        }
    }

    private boolean goHome() {
        long way = ways.between(now.place, home);
        int leave_s = now.at_s;
        boolean away = now.place != home;
        now.drive(ways.pace(now.place), Ways.seconds(way), Ways.metres(way));
        now.place = home;
        if (away) {
            log(MovementLog.HOME, now.driver, home, leave_s, now.at_s, now.at_s);
        }
        if (away && isBlocked() && !refuse(Obstacle.BLOCKED)) {
            return false;
        }
        return now.range_m >= reserve() || runShort(0);
    }

    /** @param ahead_m to the end of the day at home */
    private boolean runShort(int ahead_m) {
        needed_m = (int) (now.empty_m + now.loaded_m) + ahead_m;
        missing_m = ahead_m + RESERVE_M - now.range_m;
        return refuse(Obstacle.ENERGY);
    }

    /** It should stand at home already. */
    private boolean isBlocked() {
        int[] from_s = vehicles.blockedFrom_s[route.vehicle];
        return now.blocked < from_s.length && now.at_s > from_s[now.blocked];
    }

    private int reserve() {
        return now.range_m > VehicleTable.UNLIMITED_M / 2 ? 0 : RESERVE_M;
    }

    private boolean closeTurn() {
        if (now.busyUntil_s > drivers.latestReturn_s(now.driver) && !refuse(Obstacle.SHIFT)) {
            return false;
        }
        now.overtime_s += Math.max(0, now.busyUntil_s - drivers.to_s[now.driver]);
        route.turns.close(now);
        return isTwice(now.driver) ? fitsOtherTurns() : fitsHours(0);
    }

    private boolean fitsHours(int elsewhere_s) {
        return now.driven_s + elsewhere_s <= drivers.mostDriving_s[now.driver] || refuse(Obstacle.DRIVING_HOURS);
    }

    private boolean fitsOtherTurns() {
        days.look(route);
        if (now.busyUntil_s > days.latest_s(now.driver) && !refuse(Obstacle.DRIVER)) {
            return false;
        }
        return fitsHours(days.elsewhere_s()) && (days.isRested(now) || refuse(Obstacle.DRIVING_HOURS));
    }

    private boolean visit(int i) {
        int visit = route.visit[i];
        int free_s = now.at_s;
        int blocked = now.blocked;
        int from = now.place;
        int booked = route.bookings.size;
        if (!passBlocked(visit) && !refuse(Obstacle.BLOCKED)) {
            return false;
        }
        if (now.range_m < VehicleTable.UNLIMITED_M / 2 && now.riders == 0) {
            charge(i);
        }
        boolean detour = now.place != from || route.bookings.size > booked;
        approach(i);
        int leave_s = route.leave_s[i];
        route.leave_s[i] = detour ? free_s : leave_s;
        if (Route.isTakeOver(route.visit[i - 1])) {
            route.turns.leave(route.leave_s[i]);
        }
        int arrive_s = now.at_s;
        now.stand(Math.max(0, rides.earliest_s[visit] - now.at_s));
        now.waiting_s += now.at_s - arrive_s;
        int begin_s = now.at_s;
        if (begin_s > rides.latest_s[visit] && !refuse(now.blocked > blocked ? Obstacle.BLOCKED : Obstacle.TIME)) {
            return false;
        }
        boolean served = serve(i, visit, begin_s);
        times(i, route.leave_s[i], begin_s);
        log(MovementLog.VISIT, visit, rides.from[visit], leave_s, arrive_s, begin_s);
        return served && (!isBlocked() || refuse(Obstacle.BLOCKED));
    }

    private void charge(int i) {
        int before = route.bookings.size;
        int leave_s = now.at_s;
        int limit_s = Math.min(route.last_s[i], latestBeginBeforeBlocked(route.visit[i]));
        int arrived_s = charging.fill(horizon.need_m(i), limit_s, rides.from[route.visit[i]]);
        if (route.bookings.size > before) {
            log(MovementLog.CHARGE, now.driver, now.place, leave_s, arrived_s, route.bookings.from_s[before]);
        }
    }

    /** Waits where it stands and drives to the visit. */
    private void approach(int i) {
        int visit = route.visit[i];
        long way = ways.between(now.place, rides.from[visit]);
        Pace pace = ways.pace(now.place);
        int wanted_s = rides.earliest_s[visit] + horizon.shift_s(i, now.riders);
        int leave_s = now.leave_s(pace, Ways.seconds(way), wanted_s);
        int wait_s = Math.max(0, leave_s - now.at_s);
        now.stand(wait_s);
        now.waiting_s += now.place == home ? 0 : wait_s;
        route.leave_s[i] = now.at_s;
        now.drive(pace, Ways.seconds(way), Ways.metres(way));
        now.place = rides.from[visit];
    }

    private boolean serve(int i, int visit, int begin_s) {
        int ride = visit >> 1;
        if (!board(visit, ride) && !refuse(Obstacle.CAPACITY)) {
            return false;
        }
        if ((visit & 1) == 1
                && isTooLong(ride, route.end_s[indexBefore(i, visit - 1)], begin_s)
                && !refuse(Obstacle.ON_BOARD)) {
            return false;
        }
        int[] steps_s = rides.steps_s[visit];
        now.stand(steps_s[0]);
        for (int k = 1; k < steps_s.length; k += 2) {
            now.drive(rides.paces[visit][k >> 1], steps_s[k], k == 1 ? rides.inside_m[visit] : 0);
            if (k + 2 == steps_s.length && now.at_s > rides.latest_s[visit | 1] && !refuse(Obstacle.TIME)) {
                return false;
            }
            now.stand(steps_s[k + 1]);
        }
        now.place = rides.to[visit];
        alight(visit, ride);
        return now.range_m >= reserve() || runShort(horizon.need_m(i) - rides.inside_m[visit]);
    }

    private boolean isTooLong(int ride, int boarded_s, int there_s) {
        return there_s - boarded_s > rides.mostOnBoard_s[ride]
                && there_s - boarded_s > rides.mostOnBoard_s(ride, boarded_s);
    }

    private int indexBefore(int i, int visit) {
        int at = i;
        while (route.visit[at] != visit) {
            at--;
        }
        return at;
    }

    private boolean board(int visit, int ride) {
        if ((visit & 1) == 1) {
            return true;
        }
        boolean together = now.riders == 0 || rides.mayShare(now.boarded, ride);
        now.boarded = ride;
        now.riders += rides.passengers[ride];
        now.baggage += rides.baggage[ride];
        return together && now.riders <= vehicles.seats[route.vehicle] && now.baggage <= vehicles.boot[route.vehicle];
    }

    private void alight(int visit, int ride) {
        if ((visit & 1) == 1 || !rides.isPooled(ride)) {
            now.riders -= rides.passengers[ride];
            now.baggage -= rides.baggage[ride];
        }
    }

    /** Stands at home through every window that the visit, with the way home, does not end before. */
    private boolean passBlocked(int visit) {
        int[] from_s = vehicles.blockedFrom_s[route.vehicle];
        while (now.blocked < from_s.length && homeAfter_s(visit) > from_s[now.blocked]) {
            if (now.riders > 0 || !goHome()) {
                return false;
            }
            now.stand(Math.max(0, vehicles.blockedTo_s[route.vehicle][now.blocked++] + 1 - now.at_s));
        }
        return true;
    }

    private int homeAfter_s(int visit) {
        int arrive_s = now.arrive_s(ways.pace(now.place), ways.seconds(now.place, rides.from[visit]));
        int begin_s = Math.max(rides.earliest_s[visit], arrive_s);
        return ways.arrive_s(rides.to[visit], rides.end_s(visit, begin_s), home);
    }

    private int latestBeginBeforeBlocked(int visit) {
        int[] from_s = vehicles.blockedFrom_s[route.vehicle];
        return now.blocked == from_s.length
                ? Integer.MAX_VALUE
                : rides.begin_s(visit, ways.leave_s(rides.to[visit], from_s[now.blocked], home));
    }

    private boolean price() {
        long[] terms_fen = route.terms_fen;
        int vehicle = route.vehicle;
        chargeRides();
        terms_fen[CostTerm.DRIVING.ordinal()] = (now.empty_m + now.loaded_m) * vehicles.km_fen[vehicle] / 1000;
        terms_fen[CostTerm.DEADHEAD.ordinal()] = now.empty_m * vehicles.deadheadKm_fen[vehicle] / 1000;
        terms_fen[CostTerm.WAITING.ordinal()] = now.waiting_s * vehicles.waiting_h_fen[vehicle] / 3600;
        terms_fen[CostTerm.OVERTIME.ordinal()] = now.overtime_s * vehicles.overtime_h_fen[vehicle] / 3600;
        terms_fen[CostTerm.VEHICLE.ordinal()] = vehicles.vehicle_fen[vehicle];
        terms_fen[CostTerm.DRIVER.ordinal()] = now.turns * vehicles.driver_fen[vehicle];
        for (long term_fen : terms_fen) {
            route.cost_fen += term_fen;
        }
        return true;
    }

    private void chargeRides() {
        int driver = DayFacts.NONE;
        for (int i = 0; i < route.size; i++) {
            int visit = route.visit[i];
            if (Route.isTakeOver(visit)) {
                driver = Route.driver(visit);
            } else if ((visit & 1) == 0) {
                day.charge(route.vehicle, driver, visit >> 1, route.terms_fen);
            }
        }
    }

    private boolean refuse(Obstacle met) {
        obstacle = met;
        return route.excused;
    }
}
