package org.motorpool.dispatch.trip;

/**
 * What a vehicle drove, burned and charged in a period.
 *
 * @param total_km by odometer, on closed trips
 * @param fuel_l litres refuelled
 * @param charged_kWh charged
 */
public record Running(double total_km, double fuel_l, double charged_kWh) {}
