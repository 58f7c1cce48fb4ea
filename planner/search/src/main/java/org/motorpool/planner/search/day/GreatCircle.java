package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.List;
import org.motorpool.planner.search.day.DayFacts.Place;

/** Travel when no road network is at hand: great circle with a detour, 28 km/h for the first 20 km, then 75 km/h; whole minutes. */
public final class GreatCircle implements Travel {

    private static final double EARTH_M = 6_371_000;
    private static final double DETOUR = 1.3;
    private static final int TOWN_M = 20_000;
    private static final double TOWN_M_MIN = 28_000 / 60.0;
    private static final double ROAD_M_MIN = 75_000 / 60.0;

    /** The places as points on the unit sphere. */
    private double[] x;

    private double[] y;
    private double[] z;
    private int size;

    public GreatCircle(List<Place> places) {
        x = new double[places.size()];
        y = new double[places.size()];
        z = new double[places.size()];
        places.forEach(this::add);
    }

    @Override
    public void add(Place place) {
        if (size == x.length) {
            int room = size + size / 2 + 16;
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            z = Arrays.copyOf(z, room);
        }
        double latitude_rad = Math.toRadians(place.latitude());
        double longitude_rad = Math.toRadians(place.longitude());
        x[size] = Math.cos(latitude_rad) * Math.cos(longitude_rad);
        y[size] = Math.cos(latitude_rad) * Math.sin(longitude_rad);
        z[size++] = Math.sin(latitude_rad);
    }

    @Override
    public int distance_m(int from, int to) {
        double dx = x[from] - x[to];
        double dy = y[from] - y[to];
        double dz = z[from] - z[to];
        double halfChord = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
        return (int) Math.round(2 * EARTH_M * DETOUR * Math.asin(halfChord));
    }

    @Override
    public int duration_s(int from, int to) {
        return duration_s(distance_m(from, to));
    }

    @Override
    public int least_m(int from, int to) {
        return distance_m(from, to);
    }

    @Override
    public int least_s(int distance_m) {
        return duration_s(distance_m);
    }

    /** What so many metres take. */
    public static int duration_s(int distance_m) {
        double town_min = Math.min(distance_m, TOWN_M) / TOWN_M_MIN;
        return 60 * (int) Math.ceil(town_min + Math.max(0, distance_m - TOWN_M) / ROAD_M_MIN);
    }
}
