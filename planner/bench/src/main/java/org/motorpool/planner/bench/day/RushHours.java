package org.motorpool.planner.bench.day;

import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;

/** The referee's reading of time factors, second by second: in each a vehicle covers ⌈10⁹ / factor⌉ billionths of a second of its way. */
final class RushHours {

    static final long WHOLE = 1_000_000_000;
    private static final int HOUR_S = 3_600;

    private final DayFacts facts;
    private int hour = Integer.MIN_VALUE;
    private int region = Integer.MIN_VALUE;
    private long known;

    RushHours(DayFacts facts) {
        this.facts = facts;
    }

    /** What is covered in that second of a way from the place. */
    long covered(int place, int at_s) {
        int itsHour = Math.floorDiv(at_s, HOUR_S);
        int itsRegion = facts.places().get(place).region();
        if (itsHour != hour || itsRegion != region) {
            hour = itsHour;
            region = itsRegion;
            known = (long) Math.ceil(WHOLE / factor());
        }
        return known;
    }

    /** Seconds that a way takes which is begun then. */
    int lasts_s(int place, int leave_s, int way_s) {
        int lasts_s = 0;
        for (long left = way_s * WHOLE; left > 0; left -= covered(place, leave_s + lasts_s++)) {}
        return lasts_s;
    }

    private double factor() {
        return facts.timeFactors().reversed().stream()
                .filter(each -> each.region() == DayFacts.NONE || each.region() == region)
                .filter(each -> each.fromHour() <= hour && hour < each.toHour())
                .mapToDouble(TimeFactor::factor)
                .findFirst()
                .orElse(1);
    }
}
