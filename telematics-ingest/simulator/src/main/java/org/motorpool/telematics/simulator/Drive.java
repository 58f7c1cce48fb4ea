package org.motorpool.telematics.simulator;

/** A vehicle under way on a route: speeds up, keeps its speed, brakes before the end. */
final class Drive {
    private static final double ACCELERATION_MS2 = 1.5;
    private static final double BRAKING_MS2 = 2.0;
    private static final double KMH_PER_MS = 3.6;

    private final Route route;
    private final double cruise_ms;
    private double speed_ms;
    private double done_m;

    /** A drive that keeps to at most {@code cruise_kmh}. */
    Drive(Route route, double cruise_kmh) {
        this.route = route;
        this.cruise_ms = cruise_kmh / KMH_PER_MS;
    }

    /** Drives on for a while and answers the metres made. */
    double advance(double seconds) {
        double left_m = route.length_m() - done_m;
        double stoppable_ms = Math.sqrt(2 * BRAKING_MS2 * Math.max(0, left_m));
        double wanted_ms = Math.min(cruise_ms, Math.max(1, stoppable_ms));
        double step_ms = seconds * (wanted_ms < speed_ms ? BRAKING_MS2 : ACCELERATION_MS2);
        speed_ms += Math.clamp(wanted_ms - speed_ms, -step_ms, step_ms);
        double made_m = Math.min(left_m, speed_ms * seconds);
        done_m += made_m;
        if (arrived()) {
            speed_ms = 0;
        }
        return made_m;
    }

    boolean arrived() {
        return route.length_m() - done_m < 0.5;
    }

    Place place() {
        return route.at(done_m);
    }

    double speed_kmh() {
        return speed_ms * KMH_PER_MS;
    }

    double heading_deg() {
        return route.heading_deg(done_m);
    }

    Route route() {
        return route;
    }
}
