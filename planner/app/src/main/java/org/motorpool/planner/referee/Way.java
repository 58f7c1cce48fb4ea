package org.motorpool.planner.referee;

import org.motorpool.planner.search.day.DayFacts.Place;

/**
 * The referee's own reading of a way: haversine on a sphere of 6,371 km, × 1.3; 28 km/h for the first 20 km, then 75 km/h; whole minutes
 * up, where a metre is forgiven.
 */
public record Way(long metres, int seconds) {

    private static final double EARTH_M = 6_371_000;
    private static final double DETOUR = 1.3;
    private static final double TOWN_M = 20_000;
    private static final double TOWN_M_S = 28 / 3.6;
    private static final double ROAD_M_S = 75 / 3.6;
    private static final int MINUTE_S = 60;

    static Way between(Place from, Place to) {
        double phi = Math.toRadians(to.latitude() - from.latitude());
        double lambda = Math.toRadians(to.longitude() - from.longitude());
        double across = Math.cos(Math.toRadians(from.latitude())) * Math.cos(Math.toRadians(to.latitude()));
        double h = Math.pow(Math.sin(phi / 2), 2) + across * Math.pow(Math.sin(lambda / 2), 2);
        double metres = DETOUR * 2 * EARTH_M * Math.asin(Math.sqrt(Math.min(1, h)));
        double sure_m = Math.max(0, metres - 1);
        double seconds = Math.min(sure_m, TOWN_M) / TOWN_M_S + Math.max(0, sure_m - TOWN_M) / ROAD_M_S;
        return new Way(Math.round(metres), MINUTE_S * (int) Math.ceil(seconds / MINUTE_S));
    }
}
