package org.motorpool.dispatch.sharing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.AgreementApi.Hours;

/** When vehicles may be used: days of the week, and hours of the day in Asia/Shanghai. */
final class UseHours {

    private UseHours() {}

    /** Whether the use is within the hours; a use of several days needs all of the day. */
    static boolean allow(@Nullable Hours hours, Instant from, Instant to) {
        return hours == null || (daysAllow(hours, from, to) && timesAllow(hours, from, to));
    }

    private static boolean daysAllow(Hours hours, Instant from, Instant to) {
        return hours.days().isEmpty()
                || Days.of(from)
                        .datesUntil(Days.of(to).plusDays(1))
                        .map(LocalDate::getDayOfWeek)
                        .map(DayOfWeek::getValue)
                        .allMatch(hours.days()::contains);
    }

    private static boolean timesAllow(Hours hours, Instant from, Instant to) {
        if (hours.from().equals(hours.to())) {
            return true;
        }
        LocalDate day = Days.of(from);
        return day.equals(Days.of(to)) && !from.isBefore(at(day, hours.from())) && !to.isAfter(at(day, hours.to()));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return Days.start(day).plusSeconds(time.toSecondOfDay());
    }
}
