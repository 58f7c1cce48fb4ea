package org.motorpool.dispatch.reconciliation;

import java.util.List;
import org.motorpool.dispatch.reconciliation.DayFacts.AttributionRule;
import org.motorpool.dispatch.reconciliation.DayFacts.Reading;

/**
 * Kilometres that no track shows: what the odometer has gone on between two readings and the track does not. They are the day's on
 * which the second reading brought them to light, so that no day counts them twice.
 */
final class Unseen {

    private Unseen() {}

    /**
     * The course with the unseen metres of a day.
     *
     * @param readings from the last before the day on, the oldest first
     * @param before_m metres tracked between that reading and the begin of the day; 0 without one
     */
    static Course add(Course course, List<Reading> readings, AttributionRule rule, long before_m, long from, long to) {
        Course known = course;
        Reading last = null;
        for (Reading reading : readings) {
            long at = reading.readAt().getEpochSecond();
            if (last != null && at >= from && at < to && !reading.source().equals("CORRECTION")) {
                known = between(known, last, reading, rule, before_m, from);
            }
            last = reading;
        }
        return known;
    }

    private static Course between(
            Course course, Reading last, Reading reading, AttributionRule rule, long before_m, long from) {
        long begin = Math.max(from, last.readAt().getEpochSecond());
        long end = reading.readAt().getEpochSecond();
        boolean overnight = last.readAt().getEpochSecond() < from;
        long odometer_m = (reading.odometer_km() - last.odometer_km()) * 1000;
        long unseen_m = odometer_m - course.metres(begin, end) - (overnight ? before_m : 0);
        long slack_m = Math.max(rule.odometer_slack_m(), Math.round(odometer_m * rule.odometer_slack()));
        return unseen_m > slack_m && end > begin ? course.with(unseen_m, begin, end) : course;
    }
}
