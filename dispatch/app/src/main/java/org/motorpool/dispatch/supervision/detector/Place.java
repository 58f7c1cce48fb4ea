package org.motorpool.dispatch.supervision.detector;

/** A place, WGS-84. */
public record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS_M = 6_371_000;

    /** Great-circle distance, metres. */
    double metresTo(Place other) {
        double lat = Math.toRadians(other.latitude - latitude);
        double lon = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /** Distance to the straight line between two places, metres; on a plane, good enough for some hundred kilometres. */
    double metresToLine(Place from, Place to) {
        double shrink = Math.cos(Math.toRadians(latitude));
        double dx = (to.longitude - from.longitude) * shrink;
        double dy = to.latitude - from.latitude;
        double length = dx * dx + dy * dy;
        double px = (longitude - from.longitude) * shrink;
        double py = latitude - from.latitude;
        double along = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
        return metresTo(new Place(
                from.latitude + along * (to.latitude - from.latitude),
                from.longitude + along * (to.longitude - from.longitude)));
    }
}
