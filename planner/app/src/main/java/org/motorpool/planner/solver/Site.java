package org.motorpool.planner.solver;

import org.motorpool.planner.contract.PlannerCommand.Place;

/** A place as a point on the unit sphere, so that a distance costs one square root and one arc sine. */
record Site(double x, double y, double z) {

    static Site of(Place place) {
        double latitude_rad = Math.toRadians(place.latitude());
        double longitude_rad = Math.toRadians(place.longitude());
        double equatorial = Math.cos(latitude_rad);
        return new Site(
                equatorial * Math.cos(longitude_rad), equatorial * Math.sin(longitude_rad), Math.sin(latitude_rad));
    }

    /** Length of the straight line through the sphere of radius 1. */
    double chord(Site other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
