package org.motorpool.dispatch.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/**
 * Where a request goes: pickup, stops, dropoff.
 *
 * @param places in order, at least two
 */
record Journey(List<Place> places) {

    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    Journey {
        places = List.copyOf(places);
    }

    static Journey of(NewRequest wanted) {
        List<Place> places = new ArrayList<>();
        places.add(wanted.pickup());
        if (wanted.itinerary() != null) {
            wanted.itinerary().stops().stream().map(Stop::place).forEach(places::add);
        }
        places.add(wanted.dropoff());
        return new Journey(places);
    }

    /** Kilometres on the road, estimated. */
    double kilometres(double roadFactor) {
        double metres = 0;
        for (int i = 1; i < places.size(); i++) {
            metres += metres(places.get(i - 1), places.get(i));
        }
        return Math.round(metres * roadFactor / 100) / 10.0;
    }

    /** The farthest any place lies from this point, in metres. */
    double farthest_m(double latitude, double longitude) {
        Place centre = new Place("", latitude, longitude);
        return places.stream().mapToDouble(place -> metres(centre, place)).max().orElseThrow();
    }

    /** Cost by the planning figures, in fen. */
    static long cost_fen(double kilometres, Duration period, RequestFacts.Estimate figures) {
        double hours = period.toMinutes() / 60.0;
        return Math.round(kilometres * figures.cost_fen_per_km() + hours * figures.cost_fen_per_h());
    }

    /** Along a great circle (haversine). */
    static double metres(Place from, Place to) {
        double phi = Math.toRadians(from.latitude());
        double other = Math.toRadians(to.latitude());
        double north = Math.sin((other - phi) / 2);
        double east = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double half = north * north + Math.cos(phi) * Math.cos(other) * east * east;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
