package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/**
 * Where a vehicle was on a day and some hours before it.
 *
 * @param points oldest first
 */
public record Track(List<TrackPoint> points) {

    /** So much is read before the day begins, so that what goes on over midnight is seen from its begin. */
    public static final Duration LEAD_IN = Duration.ofHours(8);

    public static final Track NONE = new Track(List.of());

    /** Slower is standing: positions of a parked vehicle drift. */
    private static final double MOVING_KMH = 5;

    /** Between two reports that far apart the vehicle was moved, whatever its speed was at both. */
    private static final double MOVED_M = 500;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    public Track {
        points = List.copyOf(points);
    }

    /**
     * A movement: driving with pauses shorter than 20 minutes.
     *
     * @param spot where the vehicle stood before it
     */
    record Movement(Place spot, TrackPoint first, TrackPoint last, double farthest_m) {
        Instant from() {
            return first.reportedAt();
        }

        Instant to() {
            return last.reportedAt();
        }

        Duration length() {
            return Duration.between(from(), to());
        }

        private Movement with(TrackPoint next) {
            return new Movement(spot, first, next, Math.max(farthest_m, spot.metresTo(place(next))));
        }
    }

    static Place place(TrackPoint point) {
        return new Place(point.latitude(), point.longitude());
    }

    static boolean isMoving(TrackPoint point) {
        return point.speed_kmh() >= MOVING_KMH;
    }

    /** Movements among the points whose moment counts. */
    List<Movement> movements(Predicate<Instant> counts) {
        return movements(counts, LONGEST_PAUSE);
    }

    List<Movement> movements(Predicate<Instant> counts, Duration longestPause) {
        List<Movement> movements = new ArrayList<>();
        TrackPoint before = null;
        for (TrackPoint point : points) {
            if (!counts.test(point.reportedAt())) {
                before = null;
                continue;
            }
            if (before != null && (isMoving(point) || place(before).metresTo(place(point)) > MOVED_M)) {
                extend(movements, before, point, longestPause);
            }
            before = point;
        }
        return movements;
    }

    private static void extend(List<Movement> movements, TrackPoint before, TrackPoint point, Duration longestPause) {
        Movement last = movements.isEmpty() ? null : movements.getLast();
        if (last != null && Duration.between(last.to(), point.reportedAt()).compareTo(longestPause) < 0) {
            movements.set(movements.size() - 1, last.with(point));
        } else {
            movements.add(new Movement(place(before), point, point, 0).with(point));
        }
    }

    /** The last point at or before the moment. */
    Optional<TrackPoint> findLast(Instant moment) {
        return points.reversed().stream()
                .filter(point -> !point.reportedAt().isAfter(moment))
                .findFirst();
    }

    /** The point nearest in time, if one is that near. */
    Optional<TrackPoint> findNearest(Instant moment, Duration within) {
        return points.stream()
                .filter(point -> away(point, moment).compareTo(within) <= 0)
                .min((one, other) -> away(one, moment).compareTo(away(other, moment)));
    }

    private static Duration away(TrackPoint point, Instant moment) {
        return Duration.between(point.reportedAt(), moment).abs();
    }

    /** Whether something that began at the moment may have begun before the track does. */
    boolean mayBeginBefore(Instant moment) {
        return points.isEmpty()
                || !moment.isAfter(points.getFirst().reportedAt().plus(LONGEST_PAUSE));
    }
}
