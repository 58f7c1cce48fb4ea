package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds of a detector, in force from a day on.
 *
 * @param jurisdiction 100000 national, or a province
 * @param deadlineDays calendar days the unit has for its explanation
 * @param evidence V, V2, P, M or D: what the rule rests on
 * @param effectiveTo first day it is no longer in force
 */
public record DetectorRule(
        String detector,
        String jurisdiction,
        Map<String, Double> thresholds,
        Severity severity,
        int deadlineDays,
        boolean enabled,
        String clause,
        boolean articleVerified,
        String evidence,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public static final String NATION = "100000";

    public DetectorRule {
        thresholds = Map.copyOf(thresholds);
    }

    /** The threshold of this name; a row without it is not written. */
    public double threshold(String name) {
        Double value = thresholds.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "rule of %s in %s has no threshold %s".formatted(detector, jurisdiction, name));
        }
        return value;
    }
}
