package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.List;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;

/** The paces of a day by the region in which a way begins. */
public final class Traffic {

    private final Pace everywhere;
    private final Pace[] paces;
    private final boolean even;
    private final double least;

    /** @param factors of which the last one that holds counts */
    public Traffic(List<TimeFactor> factors) {
        int regions = 1 + factors.stream().mapToInt(TimeFactor::region).max().orElse(DayFacts.NONE);
        everywhere = pace(factors, DayFacts.NONE);
        paces = new Pace[regions];
        Arrays.setAll(paces, region -> pace(factors, region));
        even = factors.stream().allMatch(factor -> factor.factor() == 1);
        least = Arrays.stream(paces).mapToDouble(Pace::least).reduce(everywhere.least(), Math::min);
    }

    private static Pace pace(List<TimeFactor> factors, int region) {
        double[] byHour = new double[TimeFactor.LAST_HOUR - TimeFactor.FIRST_HOUR];
        Arrays.fill(byHour, 1);
        factors.stream()
                .filter(each -> each.region() == DayFacts.NONE || each.region() == region)
                .forEach(each -> Arrays.fill(
                        byHour,
                        each.fromHour() - TimeFactor.FIRST_HOUR,
                        each.toHour() - TimeFactor.FIRST_HOUR,
                        each.factor()));
        return new Pace(byHour);
    }

    /** Whether no hour differs from another. */
    boolean isEven() {
        return even;
    }

    /** Of ways that begin in the region. */
    public Pace in(int region) {
        return region >= 0 && region < paces.length ? paces[region] : everywhere;
    }

    /** No way takes less than so much of what is measured. */
    double least() {
        return least;
    }
}
