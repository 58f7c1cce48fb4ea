package org.motorpool.dispatch.trip;

import org.jspecify.annotations.Nullable;

/**
 * How far a plug-in hybrid drove on electricity, from what it burned or charged and its maker's consumption. An estimate, always
 * between nothing and everything it drove; the method is told with it.
 */
public sealed interface ElectricKilometres {

    /** All kilometres but those the litres refuelled are good for. */
    record ByRefuelling(double km) implements ElectricKilometres {}

    /** The kilometres the kilowatt-hours charged are good for. */
    record ByCharging(double km) implements ElectricKilometres {}

    /** No kilometres, or no records that tell. */
    record Unknown() implements ElectricKilometres {}

    /**
     * Refuelling tells best: every litre is bought. Without any litre it tells only when charging shows that records are kept at
     * all; else charging must tell alone.
     */
    static ElectricKilometres of(
            Running running, @Nullable Double nominal_l_per_100km, @Nullable Double nominal_kWh_per_100km) {
        double total = running.total_km();
        boolean recorded = running.fuel_l() > 0 || running.charged_kWh() > 0;
        if (total <= 0 || !recorded) {
            return new Unknown();
        }
        if (nominal_l_per_100km != null) {
            return new ByRefuelling(bounded(total - running.fuel_l() * 100 / nominal_l_per_100km, total));
        }
        if (nominal_kWh_per_100km != null && running.charged_kWh() > 0) {
            return new ByCharging(bounded(running.charged_kWh() * 100 / nominal_kWh_per_100km, total));
        }
        return new Unknown();
    }

    private static double bounded(double km, double total_km) {
        return Math.clamp(km, 0, total_km);
    }
}
