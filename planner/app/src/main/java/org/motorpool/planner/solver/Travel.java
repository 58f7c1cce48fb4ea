package org.motorpool.planner.solver;

/**
 * How far and how long a vehicle drives between two places when no road network is at hand: great circle times a detour
 * factor, city speed for the first kilometres, then highway speed.
 */
final class Travel {

    private static final double EARTH_RADIUS_M = 6_371_000;
    private static final double DETOUR = 1.3;
    private static final long CITY_M = 20_000;
    private static final double CITY_SPEED_M_PER_MIN = 28_000 / 60.0;
    private static final double HIGHWAY_SPEED_M_PER_MIN = 75_000 / 60.0;
    private static final long SECONDS_PER_MINUTE = 60;

    private Travel() {}

    static long distance_m(Site from, Site to) {
        double halfChord = Math.min(1, from.chord(to) / 2);
        return Math.round(2 * EARTH_RADIUS_M * Math.asin(halfChord) * DETOUR);
    }

    /** Whole minutes, rounded up, in seconds. */
    static long duration_s(Site from, Site to) {
        return duration_s(distance_m(from, to));
    }

    static long duration_s(long distance_m) {
        double city_min = Math.min(distance_m, CITY_M) / CITY_SPEED_M_PER_MIN;
        double highway_min = Math.max(0, distance_m - CITY_M) / HIGHWAY_SPEED_M_PER_MIN;
        return SECONDS_PER_MINUTE * (long) Math.ceil(city_min + highway_min);
    }
}
