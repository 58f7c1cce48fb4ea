package org.motorpool.dispatch.reporting;

import java.util.Arrays;
import java.util.List;

/**
 * A sum over the rows of a source. Sums of disjoint sets of units add up to that of their union; the fields of the report are made
 * of them. Conditions and amounts are SQL over the columns of the source.
 */
public enum Measure {
    UNITS(Source.UNIT, "true", "1"),
    QUOTA(Source.QUOTA, "true", "places"),
    OVER_QUOTA(Source.BALANCE, "over_quota > 0", "over_quota"),
    VACANT_QUOTA(Source.BALANCE, "vacant > 0", "vacant"),
    STOCK(Source.VEHICLE, "on_file", "1"),
    OPENING_STOCK(Source.VEHICLE, "opening", "1"),
    NOT_ON_QUOTA(Source.VEHICLE, "on_file and quota_status <> 'ON_QUOTA'", "1"),
    ADDED(Source.VEHICLE, "added", "1"),
    NEW(Source.VEHICLE, "added and kind = 'NEW'", "1"),
    RENEWED(Source.VEHICLE, "added and kind = 'RENEWAL'", "1"),
    NEW_ENERGY(Source.VEHICLE, "added and new_energy", "1"),
    CLASS_ADDED(Source.VEHICLE, "added and use_class <> 'GENERAL'", "1"),
    CLASS_NEW_ENERGY(Source.VEHICLE, "added and use_class <> 'GENERAL' and new_energy", "1"),
    OVER_STANDARD(Source.VEHICLE, "on_file and over_standard", "1"),
    AGED(Source.VEHICLE, "on_file and age_band in ('8-12', '12+')", "1"),
    PURCHASE_FEN(Source.VEHICLE, "added", "spent_fen"),
    AVAILABLE_DAYS(Source.VEHICLE, "available_days > 0", "available_days"),
    IDLE(Source.VEHICLE, "on_file and idle", "1"),
    TO_CONNECT(Source.VEHICLE, "on_file and to_connect", "1"),
    CONNECTED(Source.VEHICLE, "on_file and to_connect and connected", "1"),
    TO_MARK(Source.VEHICLE, "on_file and to_mark", "1"),
    MARKED(Source.VEHICLE, "on_file and to_mark and marked", "1"),
    EXEMPT(Source.EXEMPTION, "true", "1"),
    DISPOSED(Source.DISPOSAL, "closed", "1"),
    INCOME_FEN(Source.DISPOSAL, "income_fen is not null", "income_fen"),
    RUNNING_COST_FEN(Source.EXPENSE, "true", "amount_fen"),
    FUEL_FEN(Source.EXPENSE, "kind = 'FUEL'", "amount_fen"),
    CHARGING_FEN(Source.EXPENSE, "kind = 'CHARGING'", "amount_fen"),
    MAINTENANCE_FEN(Source.EXPENSE, "kind = 'MAINTENANCE'", "amount_fen"),
    INSURANCE_FEN(Source.EXPENSE, "kind = 'INSURANCE'", "amount_fen"),
    TOLL_FEN(Source.EXPENSE, "kind = 'TOLL'", "amount_fen"),
    PARKING_FEN(Source.EXPENSE, "kind = 'PARKING'", "amount_fen"),
    RENTAL_FEN(Source.EXPENSE, "kind = 'RENTAL'", "amount_fen"),
    OTHER_FEN(Source.EXPENSE, "kind in ('SAFETY_BONUS', 'INSPECTION', 'OTHER')", "amount_fen"),
    FIXED_KINDS_FEN(Source.EXPENSE, "kind in ('FUEL', 'MAINTENANCE', 'INSURANCE')", "amount_fen"),
    FIXED_SUPPLIER_FEN(Source.EXPENSE, "kind in ('FUEL', 'MAINTENANCE', 'INSURANCE') and designated", "amount_fen"),
    FUEL_L(
            Source.EXPENSE,
            "kind = 'FUEL' and quantity_unit = 'L' and energy_type in ('ICE', 'HEV', 'PHEV', 'EREV')",
            "quantity"),
    CHARGED_KWH(
            Source.EXPENSE,
            "kind = 'CHARGING' and quantity_unit = 'kWh' and energy_type in ('BEV', 'PHEV', 'EREV')",
            "quantity"),
    DISTANCE_M(Source.TRIP, "true", "distance_m"),
    FUELLED_M(Source.TRIP, "energy_type in ('ICE', 'HEV', 'PHEV', 'EREV')", "distance_m"),
    CHARGED_M(Source.TRIP, "energy_type in ('BEV', 'PHEV', 'EREV')", "distance_m"),
    ORDERS(Source.ORDER, "true", "1"),
    CROSS_REGION(Source.ORDER, "sharing = 'CROSS_REGION'", "1"),
    ORDER_DAYS(Source.ORDER_DAY, "true", "1"),
    RAISED(Source.FINDING, "true", "1"),
    REVIEWED(Source.FINDING, "reviewed", "1"),
    CONFIRMED(Source.FINDING, "confirmed", "1"),
    TRANSFERRED(Source.FINDING, "transferred", "1"),
    DRIVERS(Source.DRIVER, "true", "1"),
    CROSS_REGION_FEN(Source.CHARGE, "true", "amount_fen"),
    RENTALS(Source.RENTAL, "true", "1"),
    RENTED_FEN(Source.RENTAL, "true", "amount_fen"),
    CHARGING_SETS(Source.CHARGER, "true", "sockets");

    private final Source source;
    private final String condition;
    private final String amount;

    Measure(Source source, String condition, String amount) {
        this.source = source;
        this.condition = condition;
        this.amount = amount;
    }

    public Source source() {
        return source;
    }

    /** Which rows count; SQL. */
    public String condition() {
        return condition;
    }

    /** What a row adds; SQL. */
    public String amount() {
        return amount;
    }

    /** All measures of a source, in order. */
    public static List<Measure> of(Source source) {
        return Arrays.stream(values())
                .filter(measure -> measure.source == source)
                .toList();
    }
}
