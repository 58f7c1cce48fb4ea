package org.motorpool.dispatch.operation;

import org.motorpool.dispatch.contract.VehicleApi.Place;

/** How far a vehicle is from the assembly place. */
final class Reach {

    private static final double EARTH_RADIUS_KM = 6_371.0088;

    private Reach() {}

    /** Great-circle distance, kilometres. */
    static double km(Place place, double latitude, double longitude) {
        double lat = Math.toRadians(latitude - place.latitude());
        double lon = Math.toRadians(longitude - place.longitude());
        double half = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(place.latitude()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
