package org.motorpool.telematics.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A way along places, measured by geodesics on WGS-84. */
final class Route {
    /** Streets do not lie as the crow flies: the middle of a leg is moved sideways by this share of its length. */
    private static final double DETOUR = 0.12;

    private final List<Place> points;
    /** Metres from the start to each point. */
    private final double[] distances_m;

    private Route(List<Place> points) {
        this.points = List.copyOf(points);
        this.distances_m = new double[points.size()];
        for (int i = 1; i < distances_m.length; i++) {
            distances_m[i] = distances_m[i - 1] + points.get(i - 1).distanceTo_m(points.get(i));
        }
    }

    /** Along the places as they are. */
    static Route along(List<Place> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a route needs a place");
        }
        return new Route(points);
    }

    /** From one place to the other with a slight detour. */
    static Route between(Place from, Place to) {
        double straight_m = from.distanceTo_m(to);
        double bearing_deg = from.bearingTo_deg(to);
        Place middle = from.away("", bearing_deg, straight_m / 2).away("", bearing_deg + 90, straight_m * DETOUR);
        return new Route(List.of(from, middle, to));
    }

    /** From a place to the start of this route, if it is not there already, then along it. */
    Route startingAt(Place from) {
        List<Place> all = new ArrayList<>(between(from, points.getFirst()).points);
        all.addAll(points.subList(1, points.size()));
        return new Route(all);
    }

    Route reversed() {
        List<Place> back = new ArrayList<>(points);
        Collections.reverse(back);
        return new Route(back);
    }

    List<Place> points() {
        return points;
    }

    double length_m() {
        return distances_m[distances_m.length - 1];
    }

    /** The place after that many metres; the end when the route is shorter. */
    Place at(double distance_m) {
        int leg = leg(distance_m);
        if (leg == points.size() - 1) {
            return points.getLast();
        }
        Place start = points.get(leg);
        double bearing_deg = start.bearingTo_deg(points.get(leg + 1));
        return start.away("", bearing_deg, Math.max(0, distance_m - distances_m[leg]));
    }

    /** The direction of travel after that many metres. */
    double heading_deg(double distance_m) {
        if (points.size() == 1) {
            return 0;
        }
        int leg = Math.min(leg(distance_m), points.size() - 2);
        return points.get(leg).bearingTo_deg(points.get(leg + 1));
    }

    /** Number of the last point that lies behind; the last point at and beyond the end. */
    private int leg(double distance_m) {
        int leg = 0;
        while (leg < points.size() - 1 && distances_m[leg + 1] <= distance_m) {
            leg++;
        }
        return leg;
    }
}
