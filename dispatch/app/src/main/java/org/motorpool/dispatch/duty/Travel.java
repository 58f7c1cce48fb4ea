package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** How long a drive is estimated to take without a road network: as the planner estimates it. */
final class Travel {

    private static final double EARTH_RADIUS_KM = 6_371;
    private static final double DETOUR = 1.3;
    private static final double CITY_KM = 20;
    private static final double CITY_KMH = 28;
    private static final double HIGHWAY_KMH = 75;

    private Travel() {}

    static Duration along(List<Place> route) {
        return IntStream.range(1, route.size())
                .mapToObj(index -> between(route.get(index - 1), route.get(index)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whole minutes, rounded up. */
    static Duration between(Place from, Place to) {
        double km = straight_km(from, to) * DETOUR;
        double hours = Math.min(km, CITY_KM) / CITY_KMH + Math.max(0, km - CITY_KM) / HIGHWAY_KMH;
        return Duration.ofMinutes((long) Math.ceil(hours * 60));
    }

    private static double straight_km(Place from, Place to) {
        double latitude = Math.toRadians(to.latitude() - from.latitude()) / 2;
        double longitude = Math.toRadians(to.longitude() - from.longitude()) / 2;
        double square = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
