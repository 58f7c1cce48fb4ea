package org.motorpool.dispatch.assignment;

/**
 * What a place reckons of batteries with; of several rules the most specific place counts.
 *
 * @param jurisdiction GB/T 2260 code of the nation, province, city or county
 * @param usable_percent share of the maker's range that is planned with
 * @param default_kWh_per_100km consumption by its maker of a vehicle whose file has none
 * @param default_power_kW what a vehicle takes whose file does not say
 * @param nearest so many chargers of a vehicle are planned with, the nearest to where it is parked
 */
public record BatteryRule(
        String jurisdiction, int usable_percent, double default_kWh_per_100km, double default_power_kW, int nearest) {}
