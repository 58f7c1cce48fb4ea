package org.motorpool.dispatch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days 工作日: Monday to Friday, but for the holidays and the workdays at weekends 调休 of the State Council's
 * calendar.
 *
 * @param holidays days off, whatever the weekday
 * @param workdays days worked, whatever the weekday
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> workdays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** Without a calendar: the plain week. */
    public static final WorkingDays PLAIN_WEEK = new WorkingDays(Set.of(), Set.of());

    public boolean isWorkday(LocalDate day) {
        if (workdays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** The {@code count}-th working day after the day, which itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate end = day;
        for (int left = count; left > 0; ) {
            end = end.plusDays(1);
            left -= isWorkday(end) ? 1 : 0;
        }
        return end;
    }
}
