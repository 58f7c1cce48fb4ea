package org.motorpool.planner.referee;

import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;

/** The referee's own reading of what the hours make of a way: hour by hour, a second forgiven. */
final class Hours {

    private static final int HOUR_S = 3_600;

    private final DayFacts facts;

    Hours(DayFacts facts) {
        this.facts = facts;
    }

    /** Seconds that a way from the place takes at the least when a vehicle leaves then and does not rest. */
    int lasts_s(int place, int leave_s, int way_s) {
        double left_s = way_s;
        double at_s = leave_s;
        while (left_s > 0) {
            int hour = (int) Math.floor(at_s / HOUR_S);
            double factor = factor(place, hour);
            double end_s = Math.min(at_s + left_s * factor, (hour + 1.0) * HOUR_S);
            left_s = end_s < (hour + 1.0) * HOUR_S ? 0 : left_s - (end_s - at_s) / factor;
            at_s = end_s;
        }
        return (int) Math.floor(at_s - leave_s);
    }

    /** Seconds at the wheel at the least, whenever between the two the vehicle stands. */
    int least_s(int place, int from_s, int to_s, int way_s) {
        double least = Double.MAX_VALUE;
        for (int hour = Math.floorDiv(from_s, HOUR_S); hour <= Math.floorDiv(to_s, HOUR_S); hour++) {
            least = Math.min(least, factor(place, hour));
        }
        return (int) Math.floor(way_s * least);
    }

    private double factor(int place, int hour) {
        int region = facts.places().get(place).region();
        double factor = 1;
        for (TimeFactor each : facts.timeFactors()) {
            boolean there = each.region() == DayFacts.NONE || each.region() == region;
            factor = there && each.fromHour() <= hour && hour < each.toHour() ? each.factor() : factor;
        }
        return factor;
    }
}
