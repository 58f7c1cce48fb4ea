package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan in the course of the day: what has begun is frozen, what people were told is known. */
final class DrivenPlan {

    private final DayPlan plan;
    private final DispatchDay day;
    private final List<Integer> released = new ArrayList<>();

    DrivenPlan(DayPlan plan) {
        this.plan = plan;
        this.day = plan.day;
    }

    /** Freezes what has begun by then. */
    void advance(int now_s) {
        List<Route> changed = new ArrayList<>();
        for (Route route : plan.route) {
            int begun = begun(route, now_s);
            boolean begins = begun > route.frozen || headsHome(route, now_s);
            if (begins && !plan.freeze(route, begun, now_s)) {
                excuse(route);
                plan.freeze(route, begun, now_s);
                release(route);
            }
            if (begins) {
                changed.add(route);
            }
            if (route.excused && !route.stranded && route.frozen == route.size) {
                route.excused = false;
                day.reopen(route.vehicle);
            }
            if (!route.stranded) {
                route.progress.waitUntil(now_s, day.vehicles.home[route.vehicle]);
            }
        }
        changed.forEach(route -> follow(route, DayPlan.MOST_FOLLOWED));
        refresh();
    }

    /** Rides taken out since the last time, because their driver comes too late from another vehicle. */
    List<Integer> takeReleased() {
        List<Integer> taken = List.copyOf(released);
        released.clear();
        return taken;
    }

    /** Takes out what the drivers of a vehicle that is late have not begun in other vehicles. */
    void release(Route late) {
        for (int vehicle : plan.drivers.later(late)) {
            Route later = plan.route[vehicle];
            for (int visit : Arrays.copyOfRange(later.visit, later.frozen, later.size)) {
                if (Route.isPickup(visit) && late.turns.has(later.driverAt(later.indexOf(visit)))) {
                    plan.remove(visit >> 1);
                    released.add(visit >> 1);
                }
            }
            settle(later);
        }
    }

    /** Takes rides out, the next first, until the others can be driven; what has begun is driven, late or not. */
    List<Integer> relieve(Route route) {
        List<Integer> relieved = new ArrayList<>();
        while (!plan.drive(route)) {
            int ride = next(route);
            if (ride < 0) {
                excuse(route);
            } else {
                plan.remove(ride);
                relieved.add(ride);
            }
        }
        follow(route, DayPlan.MOST_FOLLOWED);
        refresh();
        return relieved;
    }

    /** The next ride that has not begun, or −1. */
    static int next(Route route) {
        for (int i = route.frozen; i < route.size; i++) {
            if (Route.isPickup(route.visit[i])) {
                return route.visit[i] >> 1;
            }
        }
        return -1;
    }

    /** Drives anew what the drivers of a route that has changed do later in other vehicles, without what they come too late for. */
    private void follow(Route changed, int most) {
        for (int vehicle : most == 0 ? new int[0] : plan.drivers.later(changed)) {
            Route later = plan.route[vehicle];
            TurnLog before = new TurnLog();
            before.copy(later.turns);
            for (int ride = next(later); !plan.drive(later) && ride >= 0; ride = next(later)) {
                plan.remove(ride);
                released.add(ride);
            }
            if (!before.isLike(later.turns)) {
                follow(later, most - 1);
            }
        }
    }

    /** Nothing is left for its driver. */
    private boolean headsHome(Route route, int now_s) {
        boolean endsTurn = route.frozen == route.size || Route.isTakeOver(route.visit[route.frozen]);
        return endsTurn
                && route.frozen > 0
                && !route.stranded
                && route.progress.at_s <= now_s
                && route.progress.place != day.vehicles.home[route.vehicle];
    }

    void excuse(Route route) {
        route.excused = true;
        route.wasExcused = true;
        day.close(route.vehicle);
    }

    /** Visits to which the vehicle has left. */
    private static int begun(Route route, int now_s) {
        int begun = route.frozen;
        while (begun < route.size && route.leave_s[begun] <= now_s) {
            begun++;
        }
        boolean idle = begun > route.frozen && Route.isTakeOver(route.visit[begun - 1]);
        return idle ? begun - 1 : begun;
    }

    boolean hasBegun(int ride) {
        Route in = plan.route[plan.vehicleOf[ride]];
        return in.frozen > 0 && in.indexOf(2 * ride) < in.frozen;
    }

    /** Drives anew what rides were taken out of; what can no longer be in time has begun and goes on. */
    void refresh() {
        int done = 0;
        for (int[] stale = plan.stale(); done < stale.length; stale = plan.stale()) {
            for (int i = done; i < stale.length; i++) {
                settle(plan.route[stale[i]]);
            }
            for (int i = done; i < stale.length; i++) {
                follow(plan.route[stale[i]], DayPlan.MOST_FOLLOWED);
            }
            done = stale.length;
        }
        plan.keep();
    }

    private void settle(Route route) {
        if (plan.drive(route)) {
            return;
        }
        release(route);
        if (!plan.drive(route)) {
            excuse(route);
            plan.drive(route);
        }
    }

    /** From now on everybody knows vehicle and driver of every ride. */
    void announce() {
        for (Route route : plan.route) {
            plan.forgetMoves(route);
            int driver = DayFacts.NONE;
            for (int i = 0; i < route.size; i++) {
                if (Route.isTakeOver(route.visit[i])) {
                    driver = Route.driver(route.visit[i]);
                } else {
                    day.rides.announcedVehicle[route.visit[i] >> 1] = route.vehicle;
                    day.rides.announcedDriver[route.visit[i] >> 1] = driver;
                }
            }
        }
    }

    /** Rides that have another vehicle or driver than announced. */
    List<Integer> moved() {
        List<Integer> moved = new ArrayList<>();
        for (Route route : plan.route) {
            if (route.terms_fen[CostTerm.MOVED.ordinal()] != 0) {
                addMoved(route, moved);
            }
        }
        return moved;
    }

    private void addMoved(Route route, List<Integer> moved) {
        for (int i = 0; i < route.size; i++) {
            int visit = route.visit[i];
            if (Route.isPickup(visit) && day.isMoved(route.vehicle, route.driverAt(i), visit >> 1)) {
                moved.add(visit >> 1);
            }
        }
    }

    /** Legs of the same requests that have not begun go, too, when one of them is absent. */
    void giveUpHalves(List<Integer> rides) {
        for (int ride : rides) {
            int[] legs = day.rides.legs[day.rides.leader[ride]];
            boolean half = plan.isAbsent(ride);
            for (int leg : legs) {
                if (half && plan.isServed(leg) && !plan.isFixed(leg)) {
                    plan.remove(leg);
                }
            }
        }
        refresh();
    }
}
