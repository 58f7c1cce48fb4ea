package org.motorpool.planner.search.day;

import java.util.Arrays;

/** What is ahead of each visit of a route: the latest beginning, the metres to come, and how much later riders may be picked up. */
final class Horizon {

    private final RideTable rides;
    private final VehicleTable vehicles;
    private final DriverTable drivers;
    private final Ways ways;
    private final int takeOver_s;
    private Route route;
    private int[] need_m = new int[16];

    Horizon(DispatchDay day) {
        this.rides = day.rides;
        this.vehicles = day.vehicles;
        this.drivers = day.drivers;
        this.ways = day.ways;
        this.takeOver_s = day.takeOver_s;
        this.route = new Route(0);
    }

    /** Metres from the beginning of the visit to the end of the day at home. */
    int need_m(int index) {
        return need_m[index];
    }

    /** Fills the latest beginnings; false when a visit would have to begin before its window. */
    boolean look(Route draft) {
        route = draft;
        if (need_m.length < draft.size) {
            need_m = Arrays.copyOf(need_m, 2 * draft.size);
        }
        int home = vehicles.home[draft.vehicle];
        int place = home;
        int last_s = Integer.MAX_VALUE / 2;
        int ahead_m = 0;
        boolean endsTurn = true;
        boolean inTime = true;
        for (int i = draft.size - 1; i >= draft.frozen; i--) {
            int visit = draft.visit[i];
            if (Route.isTakeOver(visit)) {
                long way = ways.between(home, place);
                last_s = ways.pace(home).leave_s(last_s, Ways.seconds(way)) - (i > 0 ? takeOver_s : 0);
                ahead_m += Ways.metres(way);
                place = home;
            } else {
                if (endsTurn) {
                    last_s = Math.min(last_s, drivers.latestReturn_s(draft.driverAt(i)));
                }
                long way = ways.between(rides.to[visit], place);
                int leave_s = ways.pace(rides.to[visit]).leave_s(last_s, Ways.seconds(way));
                last_s = Math.min(rides.latest_s[visit], rides.begin_s(visit, leave_s));
                ahead_m += Ways.metres(way) + rides.inside_m[visit];
                place = rides.from[visit];
                inTime &= last_s >= rides.earliest_s[visit];
            }
            endsTurn = Route.isTakeOver(visit);
            draft.last_s[i] = last_s;
            need_m[i] = ahead_m;
        }
        return inTime;
    }

    /** How much later than its window opens a first pick-up should be so that those on board wait less for the others. */
    int shift_s(int index, int onBoard) {
        int visit = route.visit[index];
        boolean shares = onBoard == 0
                && rides.isPooled(visit >> 1)
                && index + 1 < route.size
                && route.visit[index + 1] != (visit | 1);
        return shares ? slack_s(index) : 0;
    }

    private int slack_s(int index) {
        int visit = route.visit[index];
        int free_s = rides.end_s(visit, rides.earliest_s[visit]);
        int slack_s = route.last_s[index] - rides.earliest_s[visit];
        int waited_s = 0;
        int onBoard = rides.passengers[visit >> 1];
        for (int i = index + 1; onBoard > 0 && i < route.size; i++) {
            int next = route.visit[i];
            int arrive_s = ways.arrive_s(rides.to[route.visit[i - 1]], free_s, rides.from[next]);
            int begin_s = Math.max(arrive_s, rides.earliest_s[next]);
            waited_s += begin_s - arrive_s;
            slack_s = Math.min(slack_s, waited_s + rides.latest_s[next] - begin_s);
            free_s = rides.end_s(next, begin_s);
            onBoard += (next & 1) == 0 ? rides.passengers[next >> 1] : -rides.passengers[next >> 1];
        }
        return Math.max(0, Math.min(waited_s, slack_s));
    }
}
