package org.motorpool.dispatch.sizing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.motorpool.dispatch.Days;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.FleetApi;

/**
 * A trip as it was driven, from its departure to its return where the vehicle is parked.
 *
 * @param regionCode of the unit whose use it was
 * @param category that was asked for
 */
public record DrivenUse(
        String unitCode,
        String unitName,
        String regionCode,
        String category,
        Instant departedAt,
        Instant returnedAt,
        double latitude,
        double longitude,
        double km) {

    private static final int CITY_DIGITS = 4;

    boolean isOn(LocalDate day) {
        return departedAt.isBefore(Days.start(day.plusDays(1))) && !returnedAt.isBefore(Days.start(day));
    }

    /** What of it is of the day; kilometres are spread over its hours. */
    FleetApi.Use on(LocalDate day) {
        Instant from = later(departedAt, Days.start(day));
        Instant to = earlier(returnedAt, Days.start(day.plusDays(1)));
        DayApi.Place parked = new DayApi.Place(latitude, longitude, null);
        return new FleetApi.Use(unitCode, regionCode, city(), category, from, to, parked, parked, km * share(from, to));
    }

    private double share(Instant from, Instant to) {
        Duration whole = Duration.between(departedAt, returnedAt);
        return whole.isZero() ? 1 : (double) Duration.between(from, to).toSeconds() / whole.toSeconds();
    }

    private String city() {
        return regionCode.substring(0, CITY_DIGITS) + "00";
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
