package org.motorpool.dispatch.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.reconciliation.DayFacts.AttributionRule;
import org.motorpool.dispatch.reconciliation.DayFacts.Reading;

/**
 * Kilometres that no track shows: what the odometer has gone on between two readings and the track does not. They are the day's on
 * which the second reading brought them to light, so that no day counts them twice.
 */
final class Unseen {

    private static final String CORRECTION = "CORRECTION";

    private final AttributionRule rule;
    private final Instant from;
    private final long before_m;
    private final boolean tracked;

    private Unseen(Course course, AttributionRule rule, long before_m, Instant from) {
        this.rule = rule;
        this.from = from;
        this.before_m = before_m;
        this.tracked = !course.isEmpty();
    }

    /**
     * The course with the unseen metres of a day.
     *
     * @param readings from the last before the day on, the oldest first
     * @param before_m metres tracked between that reading and the begin of the day; 0 without one
     */
    static Course add(
            Course course, List<Reading> readings, AttributionRule rule, long before_m, Instant from, Instant to) {
        Unseen unseen = new Unseen(course, rule, before_m, from);
        Course known = course;
        Reading last = null;
        for (Reading reading : lastOfEachMoment(readings)) {
            Instant at = reading.readAt();
            if (last != null
                    && !at.isBefore(from)
                    && at.isBefore(to)
                    && !reading.source().equals(CORRECTION)) {
                known = unseen.between(known, last, reading);
            }
            last = reading;
        }
        return known;
    }

    /** Nothing fits between two readings of one moment: the later one tells what was driven since the one before both. */
    private static List<Reading> lastOfEachMoment(List<Reading> readings) {
        List<Reading> kept = new ArrayList<>();
        for (Reading reading : readings) {
            boolean same = !kept.isEmpty() && kept.getLast().readAt().equals(reading.readAt());
            if (same
                    && !kept.getLast().source().equals(CORRECTION)
                    && !reading.source().equals(CORRECTION)) {
                kept.removeLast();
            }
            kept.add(reading);
        }
        return kept;
    }

    private Course between(Course course, Reading last, Reading reading) {
        boolean before = last.readAt().isBefore(from);
        Instant begin = before ? from : last.readAt();
        Instant end = reading.readAt();
        long seenBefore_m = before ? before_m : 0;
        long odometer_m = (reading.odometer_km() - last.odometer_km()) * 1000;
        long unseen_m = odometer_m - course.metres(begin, end) - seenBefore_m;
        return unseen_m > slack_m(odometer_m, seenBefore_m) && end.isAfter(begin)
                ? course.with(unseen_m, begin, end)
                : course;
    }

    /** How far odometer and track may be apart; where there is no track at all, the odometer alone tells, and every kilometre counts. */
    private long slack_m(long odometer_m, long seenBefore_m) {
        return tracked || seenBefore_m > 0
                ? Math.max(rule.odometer_slack_m(), Math.round(odometer_m * rule.odometer_slack()))
                : 0;
    }
}
