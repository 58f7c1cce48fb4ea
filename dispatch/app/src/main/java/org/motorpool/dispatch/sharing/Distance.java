package org.motorpool.dispatch.sharing;

import org.motorpool.dispatch.contract.VehicleApi.Place;

/** Distances where no road network is at hand; for estimates, never for a bill. */
final class Distance {

    private static final double EARTH_m = 6_371_000;

    /** How much longer roads are than the great circle, as the planner has it. */
    private static final double DETOUR = 1.3;

    private Distance() {}

    /** Great circle. */
    static double between_m(Place one, Place other) {
        double latitude = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double longitude = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double chord = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_m * Math.asin(Math.sqrt(Math.min(1, chord)));
    }

    /** By road, from one place to the other and back. */
    static long thereAndBack_m(Place from, Place to) {
        return Math.round(2 * DETOUR * between_m(from, to));
    }
}
