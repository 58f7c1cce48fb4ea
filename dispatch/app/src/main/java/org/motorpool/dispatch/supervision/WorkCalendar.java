package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarDay;

/**
 * Workdays and days off with the names of the holidays.
 *
 * @param holidays name of the holiday a day off belongs to
 */
public record WorkCalendar(WorkingDays workingDays, Map<LocalDate, String> holidays) {

    public WorkCalendar {
        holidays = Map.copyOf(holidays);
    }

    /** Of the days that do not follow the week. */
    public static WorkCalendar of(List<CalendarDay> days) {
        return new WorkCalendar(
                new WorkingDays(kind(days, "HOLIDAY"), kind(days, "WORKDAY")),
                days.stream()
                        .filter(day -> day.kind().equals("HOLIDAY"))
                        .collect(Collectors.toMap(CalendarDay::day, CalendarDay::name)));
    }

    private static Set<LocalDate> kind(List<CalendarDay> days, String kind) {
        return days.stream()
                .filter(day -> day.kind().equals(kind))
                .map(CalendarDay::day)
                .collect(Collectors.toSet());
    }

    public boolean isWorkday(LocalDate day) {
        return workingDays.isWorkday(day);
    }

    public Optional<String> findHoliday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }
}
