package org.motorpool.telematics.simulator;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** A named place, WGS-84 degrees. */
public record Place(String name, double latitude, double longitude) {

    /** Metres along the geodesic. */
    public double distanceTo_m(Place other) {
        return Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude, GeodesicMask.DISTANCE).s12;
    }

    /** Direction to the other place, 0 north to 359, clockwise. */
    public double bearingTo_deg(Place other) {
        double azimuth =
                Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude, GeodesicMask.AZIMUTH).azi1;
        return (azimuth + 360) % 360;
    }

    /** The place a distance away in a direction. */
    public Place away(String nameThere, double bearing_deg, double distance_m) {
        GeodesicData there = Geodesic.WGS84.Direct(latitude, longitude, bearing_deg, distance_m);
        return new Place(nameThere, there.lat2, there.lon2);
    }
}
