package org.motorpool.dispatch.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;

/**
 * When vehicles are sealed 封存停驶: from the end of work on the last workday before days off to its begin on the first workday
 * after. Weekends worked 调休 are workdays.
 */
public final class SealingWindows {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** When work begins and ends, in China. */
    public record WorkHours(LocalTime start, LocalTime end) {

        /** Of hours with fractions: 8.5 is half past eight. */
        public static WorkHours of(double start_h, double end_h) {
            return new WorkHours(time(start_h), time(end_h));
        }

        private static LocalTime time(double hours) {
            return LocalTime.ofSecondOfDay(Math.round(hours * 3600));
        }
    }

    private SealingWindows() {}

    /** The windows that have a day off in [first, last], whole also where they reach beyond. */
    public static List<SealingWindow> between(WorkCalendar calendar, LocalDate first, LocalDate last, WorkHours hours) {
        List<SealingWindow> windows = new ArrayList<>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            if (calendar.isWorkday(day)) {
                day = day.plusDays(1);
            } else {
                LocalDate workdayAfter = workdayAfter(calendar, day);
                windows.add(window(calendar, workdayBefore(calendar, day), workdayAfter, hours));
                day = workdayAfter;
            }
        }
        return List.copyOf(windows);
    }

    private static SealingWindow window(WorkCalendar calendar, LocalDate before, LocalDate after, WorkHours hours) {
        String holidays = before.plusDays(1)
                .datesUntil(after)
                .flatMap(day -> calendar.findHoliday(day).stream())
                .distinct()
                .collect(Collectors.joining("、"));
        return new SealingWindow(
                holidays.isEmpty() ? "周末" : holidays, at(before, hours.end()), at(after, hours.start()));
    }

    private static LocalDate workdayBefore(WorkCalendar calendar, LocalDate dayOff) {
        LocalDate day = dayOff;
        while (!calendar.isWorkday(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate workdayAfter(WorkCalendar calendar, LocalDate dayOff) {
        LocalDate day = dayOff;
        while (!calendar.isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA).toInstant();
    }
}
