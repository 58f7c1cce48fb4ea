package org.motorpool.dispatch.reporting;

import java.util.List;
import java.util.Locale;

/** A function of the schema that lists the records of a period which count for something, and the keys they count under. */
public enum Source {
    UNIT("level", "unit_type"),
    QUOTA("category"),
    BALANCE("category"),
    VEHICLE("category", "energy_type", "age_band", "tier", "use_class", "quota_status"),
    EXEMPTION("reason"),
    DISPOSAL("method"),
    EXPENSE("kind", "category", "fuel", "model"),
    TRIP("category", "model"),
    ORDER("sharing", "home_province"),
    ORDER_DAY("category"),
    FINDING("detector"),
    DRIVER("licence_class"),
    CHARGE("home_province"),
    RENTAL("supplier"),
    CHARGER("power");

    private final List<String> keys;

    Source(String... keys) {
        this.keys = List.of(keys);
    }

    /** Names of the columns a figure can be split by. */
    public List<String> keys() {
        return keys;
    }

    /** Name for people who read rows: vehicle, order-day … */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The function, with its two parameters. */
    public String function() {
        return "report_%s(cast(?1 as date), cast(?2 as date))".formatted(name().toLowerCase(Locale.ROOT));
    }
}
