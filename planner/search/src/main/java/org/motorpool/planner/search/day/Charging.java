package org.motorpool.planner.search.day;

/** Fills a battery between two visits: at the allowed place with the least detour, as much as the rest of the day needs. */
final class Charging {

    /** Shorter nobody plugs in; where there is no time for it, nothing is charged. */
    private static final int LEAST_S = 600;

    private final VehicleTable vehicles;
    private final Ways ways;
    private final Sockets sockets;
    private Route route;
    private Sockets.Bookings own;
    private Progress now;

    Charging(DispatchDay day, Sockets sockets) {
        this.vehicles = day.vehicles;
        this.ways = day.ways;
        this.sockets = sockets;
        this.route = new Route(0);
        this.own = route.bookings;
        this.now = new Progress();
    }

    void start(Route driven, Sockets.Bookings bookings, Progress progress) {
        route = driven;
        own = bookings;
        now = progress;
    }

    /**
     * Charges if what is in the battery does not last.
     *
     * @param ahead_m from the beginning of the next visit to the end of the day
     * @param limit_s when that visit must begin
     * @return when the vehicle came to the charger
     */
    int fill(int ahead_m, int limit_s, int next) {
        if (now.range_m - Simulation.RESERVE_M >= ahead_m + ways.metres(now.place, next)) {
            return now.at_s;
        }
        int best = nearest(next);
        return best < 0 ? now.at_s : fill(best, ahead_m, limit_s, next);
    }

    private int nearest(int next) {
        int[] places = vehicles.charger[route.vehicle];
        int best = -1;
        int least_m = Integer.MAX_VALUE;
        for (int i = 0; i < places.length; i++) {
            int there_m = ways.metres(now.place, places[i]);
            int detour_m = there_m + ways.metres(places[i], next);
            if (detour_m < least_m && there_m <= now.range_m - Simulation.RESERVE_M) {
                least_m = detour_m;
                best = i;
            }
        }
        return best;
    }

    private int fill(int best, int ahead_m, int limit_s, int next) {
        int place = vehicles.charger[route.vehicle][best];
        long there = ways.between(now.place, place);
        long onward = ways.between(place, next);
        int arrive_s = now.arrive_s(ways.pace(now.place), Ways.seconds(there));
        int left_m = now.range_m - Ways.metres(there);
        int wanted_m = Math.min(vehicles.range_m[route.vehicle], ahead_m + Ways.metres(onward) + Simulation.RESERVE_M)
                - left_m;
        int leave_s = ways.pace(place).leave_s(limit_s, Ways.seconds(onward));
        double needed_s = Math.ceil(wanted_m / vehicles.rate_m_s[route.vehicle][best]);
        int length_s = (int) Math.min(leave_s - arrive_s, Math.max(LEAST_S, needed_s));
        if (wanted_m <= 0 || length_s < LEAST_S) {
            return now.at_s;
        }
        int begin_s = sockets.findFree(place, arrive_s, leave_s - length_s, length_s, own);
        if (begin_s < 0) {
            return now.at_s;
        }
        charge(best, there, begin_s, length_s);
        return arrive_s;
    }

    private void charge(int best, long there, int begin_s, int length_s) {
        int place = vehicles.charger[route.vehicle][best];
        now.drive(ways.pace(now.place), Ways.seconds(there), Ways.metres(there));
        now.place = place;
        now.stand(begin_s - now.at_s + length_s);
        int gained_m = (int) (vehicles.rate_m_s[route.vehicle][best] * length_s);
        now.range_m = Math.min(vehicles.range_m[route.vehicle], now.range_m + gained_m);
        route.bookings.add(place, begin_s, begin_s + length_s);
    }
}
