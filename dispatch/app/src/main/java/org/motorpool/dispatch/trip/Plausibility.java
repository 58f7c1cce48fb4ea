package org.motorpool.dispatch.trip;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * V23 里程不符: whether odometer and telematics tell the same story of a trip.
 *
 * @param share |odometer − telematics| over telematics
 * @param limit largest share the rule row lets pass
 * @param beyond whether an explanation is needed
 */
public record Plausibility(double share, double limit, boolean beyond) {

    /**
     * The rule row.
     *
     * @param difference largest share
     * @param least_km closer than that is never beyond: an odometer shows whole kilometres
     */
    public record Limit(double difference, double least_km) {}

    /** Without a measure, or without a rule, there is nothing to compare. */
    static Optional<Plausibility> of(long odometer_km, OptionalLong measured_m, Optional<Limit> rule) {
        if (measured_m.isEmpty() || measured_m.getAsLong() == 0) {
            return Optional.empty();
        }
        double measured_km = measured_m.getAsLong() / 1000.0;
        double off_km = Math.abs(odometer_km - measured_km);
        return rule.map(limit -> new Plausibility(
                off_km / measured_km,
                limit.difference(),
                off_km / measured_km > limit.difference() && off_km > limit.least_km()));
    }
}
