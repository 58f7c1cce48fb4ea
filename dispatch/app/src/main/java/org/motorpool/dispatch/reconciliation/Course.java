package org.motorpool.dispatch.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/**
 * What a vehicle drove: metres and seconds of ignition as two sums that only grow with time. Whatever period is asked for is the
 * difference of two of its values, so that parts of a day always add up to the day, to the metre and to the second.
 */
final class Course {

    /** Slower, and with ignition off, is standing: positions of a parked vehicle drift. */
    private static final double MOVING_KMH = 5;

    /** Between two reports that far apart the vehicle was moved, whatever it said of itself. */
    private static final double MOVED_M = 500;

    /** The sums at a moment. */
    private record Sums(long metres, long ignition_s) {}

    private final NavigableMap<Instant, Sums> knots;

    private Course(NavigableMap<Instant, Sums> knots) {
        this.knots = knots;
    }

    /**
     * The course of a track.
     *
     * @param points in any order; a moment that comes twice counts once
     * @param silence after a longer silence it is not known how long ignition was on
     */
    static Course of(List<TrackPoint> points, Duration silence) {
        NavigableMap<Instant, TrackPoint> moments = new TreeMap<>();
        points.forEach(point -> moments.putIfAbsent(point.reportedAt(), point));
        NavigableMap<Instant, Sums> knots = new TreeMap<>();
        TrackPoint before = null;
        double metres = 0;
        long ignition_s = 0;
        for (TrackPoint point : moments.values()) {
            if (before != null) {
                metres += driven_m(before, point);
                ignition_s += ignition_s(before, point, silence);
            }
            knots.put(point.reportedAt(), new Sums(Math.round(metres), ignition_s));
            before = point;
        }
        return new Course(knots);
    }

    private static double driven_m(TrackPoint from, TrackPoint to) {
        double metres = Earth.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        boolean moving = from.ignitionOn() || to.ignitionOn() || to.speed_kmh() >= MOVING_KMH || metres > MOVED_M;
        return moving ? metres : 0;
    }

    private static long ignition_s(TrackPoint from, TrackPoint to, Duration silence) {
        Duration length = Duration.between(from.reportedAt(), to.reportedAt());
        return from.ignitionOn() && length.compareTo(silence) <= 0 ? length.toSeconds() : 0;
    }

    /** Nothing is known of it. */
    boolean isEmpty() {
        return knots.isEmpty();
    }

    /** Metres driven in [from, to). */
    long metres(Instant from, Instant to) {
        return at(to).metres() - at(from).metres();
    }

    /** Seconds ignition was on in [from, to). */
    long ignition_s(Instant from, Instant to) {
        return at(to).ignition_s() - at(from).ignition_s();
    }

    /** The moments in (from, to) at which something is known. */
    List<Instant> moments(Instant from, Instant to) {
        return from.isBefore(to)
                ? List.copyOf(knots.subMap(from, false, to, false).keySet())
                : List.of();
    }

    /**
     * The course with metres that no report shows, put evenly into the longest silence in [from, to]; the odometer knows of
     * them.
     */
    Course with(long metres, Instant from, Instant to) {
        List<Instant> moments = new ArrayList<>(moments(from, to));
        moments.addFirst(from);
        moments.addLast(to);
        int longest = 0;
        for (int i = 1; i + 1 < moments.size(); i++) {
            if (length(moments, i).compareTo(length(moments, longest)) > 0) {
                longest = i;
            }
        }
        return stretched(metres, moments.get(longest), moments.get(longest + 1));
    }

    private static Duration length(List<Instant> moments, int i) {
        return Duration.between(moments.get(i), moments.get(i + 1));
    }

    private Course stretched(long metres, Instant from, Instant to) {
        NavigableMap<Instant, Sums> more = new TreeMap<>(knots);
        more.put(from, at(from));
        more.put(to, at(to));
        more.tailMap(to, true).replaceAll((_, sums) -> new Sums(sums.metres() + metres, sums.ignition_s()));
        return new Course(more);
    }

    private Sums at(Instant moment) {
        var before = knots.floorEntry(moment);
        var after = knots.ceilingEntry(moment);
        if (before == null) {
            return after == null ? new Sums(0, 0) : after.getValue();
        }
        if (after == null || after.getKey().equals(before.getKey())) {
            return before.getValue();
        }
        return between(before.getValue(), after.getValue(), share(before.getKey(), moment, after.getKey()));
    }

    /** How much of [from, to] has passed, in [0, 1]; never less at a later moment. */
    private static double share(Instant from, Instant moment, Instant to) {
        return (double) Duration.between(from, moment).toNanos()
                / Duration.between(from, to).toNanos();
    }

    private static Sums between(Sums start, Sums end, double share) {
        return new Sums(
                start.metres() + (long) ((end.metres() - start.metres()) * share),
                start.ignition_s() + (long) ((end.ignition_s() - start.ignition_s()) * share));
    }
}
