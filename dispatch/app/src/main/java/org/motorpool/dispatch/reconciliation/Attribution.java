package org.motorpool.dispatch.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Attributes a day: each metre and each second of ignition goes to exactly one use, and the parts add up to the day. Pure; the
 * same course and claims give the same segments.
 *
 * @param segments in the order of time, without overlap
 */
record Attribution(long total_m, long ignition_s, List<Segment> segments) {

    /** Pauses shorter than that do not part a drive. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    private static final Comparator<Claim> FIRST =
            Comparator.comparing(Claim::use).thenComparing(Claim::from).thenComparing(Claim::subjectId);

    Attribution {
        segments = List.copyOf(segments);
    }

    /** The attribution of [from, to). */
    static Attribution of(Course course, List<Claim> claims, Instant from, Instant to) {
        List<Segment> segments = new ArrayList<>();
        Instant start = from;
        for (Instant end : borders(course, claims, from, to)) {
            add(segments, piece(course, claims, start, end));
            start = end;
        }
        return new Attribution(course.metres(from, to), course.ignition_s(from, to), segments);
    }

    /** Where what is known or claimed changes; the last is the end. */
    private static TreeSet<Instant> borders(Course course, List<Claim> claims, Instant from, Instant to) {
        TreeSet<Instant> borders = new TreeSet<>(course.moments(from, to));
        for (Claim claim : claims) {
            borders.add(claim.from());
            borders.add(claim.to());
        }
        borders.add(to);
        return new TreeSet<>(borders.subSet(from, false, to, true));
    }

    private static Segment piece(Course course, List<Claim> claims, Instant from, Instant to) {
        Optional<Claim> claim = claims.stream().filter(each -> each.holds(from)).min(FIRST);
        return new Segment(
                claim.map(Claim::use).orElse(Use.UNEXPLAINED),
                from,
                to,
                course.metres(from, to),
                course.ignition_s(from, to),
                claim.map(Claim::subjectId).orElse(null));
    }

    private static void add(List<Segment> segments, Segment piece) {
        if (piece.distance_m() == 0 && piece.ignition_s() == 0) {
            return;
        }
        if (!segments.isEmpty() && goesOn(segments.getLast(), piece)) {
            segments.set(segments.size() - 1, segments.getLast().with(piece));
        } else {
            segments.add(piece);
        }
    }

    private static boolean goesOn(Segment last, Segment piece) {
        return last.isOfSame(piece) && Duration.between(last.to(), piece.from()).compareTo(LONGEST_PAUSE) < 0;
    }
}
