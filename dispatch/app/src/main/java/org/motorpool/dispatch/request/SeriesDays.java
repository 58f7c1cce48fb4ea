package org.motorpool.dispatch.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.RequestSeriesApi.WeeklyRule;

/** The days of a weekly rule (RFC 5545 RRULE: FREQ=WEEKLY, BYDAY, INTERVAL, UNTIL or COUNT; weeks begin on Monday). */
final class SeriesDays {

    static final int MOST = 100;

    /** How far ahead a series reaches, in days. */
    static final int HORIZON = 365;

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "MO", DayOfWeek.MONDAY,
            "TU", DayOfWeek.TUESDAY,
            "WE", DayOfWeek.WEDNESDAY,
            "TH", DayOfWeek.THURSDAY,
            "FR", DayOfWeek.FRIDAY,
            "SA", DayOfWeek.SATURDAY,
            "SU", DayOfWeek.SUNDAY);

    private SeriesDays() {}

    static WeeklyRule require(@Nullable WeeklyRule wanted) {
        WeeklyRule rule = Fields.required("rule", wanted);
        rule.byDay().forEach(day -> Fields.oneOf("rule.byDay", day, DAYS.keySet()));
        if (rule.interval() != null) {
            Fields.number("rule.interval", rule.interval().longValue(), 1, 52);
        }
        if ((rule.until() == null) == (rule.count() == null)) {
            throw Fields.bad("rule.until", "与 rule.count 应填且只填一项", "or rule.count must be given, and not both");
        }
        if (rule.count() != null) {
            Fields.number("rule.count", rule.count().longValue(), 1, MOST);
        }
        return rule;
    }

    /** From the first day on, itself only when the rule names its weekday; at least one. */
    static List<LocalDate> of(WeeklyRule rule, LocalDate first, WorkingDays workingDays) {
        Set<DayOfWeek> weekdays = rule.byDay().isEmpty()
                ? Set.of(first.getDayOfWeek())
                : rule.byDay().stream().map(DAYS::get).collect(Collectors.toSet());
        LocalDate last = first.plusDays(HORIZON);
        Stream<LocalDate> days = first.datesUntil(
                        rule.until() == null || rule.until().isAfter(last)
                                ? last
                                : later(first, rule.until()).plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek()) && isInterval(rule, first, day))
                .filter(day -> !Boolean.TRUE.equals(rule.workingDaysOnly()) || workingDays.isWorkday(day));
        List<LocalDate> found =
                days.limit(rule.count() == null ? MOST + 1 : rule.count()).toList();
        if (found.isEmpty() || found.size() > MOST) {
            throw Fields.bad(
                    "rule",
                    "应产生 1 到 %d 次用车，得到 %d".formatted(MOST, found.size()),
                    "must make 1 to %d uses, makes %d".formatted(MOST, found.size()));
        }
        return found;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isInterval(WeeklyRule rule, LocalDate first, LocalDate day) {
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return rule.interval() == null || ChronoUnit.WEEKS.between(monday, day) % rule.interval() == 0;
    }
}
