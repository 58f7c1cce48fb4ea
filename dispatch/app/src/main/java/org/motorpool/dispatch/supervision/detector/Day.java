package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;
import org.motorpool.dispatch.supervision.WorkCalendar;

/**
 * The day that is judged.
 *
 * @param to end of the day in China, or now when that is earlier
 * @param sealed sealing windows that touch the day; none where sealing is not supervised
 * @param recordsSince since when the platform knows orders; null when it knows none
 * @param peers fuel consumption of vehicles by model
 */
public record Day(
        LocalDate date,
        Instant from,
        Instant to,
        WorkCalendar calendar,
        List<SealingWindow> sealed,
        @Nullable Instant recordsSince,
        Map<String, Consumption> peers) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public Day {
        sealed = List.copyOf(sealed);
        peers = Map.copyOf(peers);
    }

    /** How much vehicles of a model use. */
    public record Consumption(int vehicles, double mean_l_per_100km, double deviation_l_per_100km) {}

    /** A day of which the calendar alone is known. */
    public static Day of(LocalDate date, Instant now, WorkCalendar calendar) {
        Instant from = date.atStartOfDay(CHINA).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(CHINA).toInstant();
        return new Day(date, from, now.isBefore(end) ? now : end, calendar, List.of(), null, Map.of());
    }

    /** With what else is known. */
    public Day with(List<SealingWindow> windows, @Nullable Instant since, Map<String, Consumption> consumptions) {
        return new Day(date, from, to, calendar, windows, since, consumptions);
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    boolean isSealed(Instant moment) {
        return sealed.stream().anyMatch(window -> !moment.isBefore(window.from()) && moment.isBefore(window.to()));
    }

    Instant at(LocalTime time) {
        return date.atTime(time).atZone(CHINA).toInstant();
    }
}
