package org.motorpool.dispatch.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motorpool.dispatch.WorkingDays;

/** Whether a period touches the time vehicles are sealed 封存 over a named holiday; plain weekends do not count. */
final class SealedTime {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final WorkingDays workingDays;
    private final Map<LocalDate, String> holidays;
    private final LocalTime workStart;
    private final LocalTime workEnd;

    SealedTime(List<RequestFacts.Day> days, double workStart_h, double workEnd_h) {
        holidays = days.stream()
                .filter(day -> day.kind().equals("HOLIDAY"))
                .collect(Collectors.toMap(RequestFacts.Day::day, RequestFacts.Day::name));
        workingDays = new WorkingDays(
                holidays.keySet(),
                days.stream()
                        .filter(day -> day.kind().equals("WORKDAY"))
                        .map(RequestFacts.Day::day)
                        .collect(Collectors.toSet()));
        workStart = time(workStart_h);
        workEnd = time(workEnd_h);
    }

    private static LocalTime time(double hours) {
        return LocalTime.ofSecondOfDay(Math.round(hours * 3600));
    }

    /** The name of the first holiday whose window the period [from, to) touches. */
    Optional<String> findHoliday(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, CHINA);
        LocalDate last = LocalDate.ofInstant(to, CHINA);
        return first.minusDays(1)
                .datesUntil(last.plusDays(2))
                .filter(day -> holidays.containsKey(day) && touches(day, from, to))
                .findFirst()
                .map(holidays::get);
    }

    /** The window goes around the whole run of days off the holiday lies in. */
    private boolean touches(LocalDate holiday, Instant from, Instant to) {
        LocalDate before = holiday;
        while (!workingDays.isWorkday(before)) {
            before = before.minusDays(1);
        }
        LocalDate after = holiday;
        while (!workingDays.isWorkday(after)) {
            after = after.plusDays(1);
        }
        return from.isBefore(at(after, workStart)) && to.isAfter(at(before, workEnd));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA).toInstant();
    }
}
