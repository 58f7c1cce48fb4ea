package org.motorpool.dispatch.reconciliation;

/** Distances on a sphere, as large as the earth. */
final class Earth {

    private static final double RADIUS_M = 6_371_008.8;

    private Earth() {}

    /** Great-circle distance of two places, WGS-84. */
    static double metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double lat = Math.toRadians(otherLatitude - latitude);
        double lon = Math.toRadians(otherLongitude - longitude);
        double half = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
