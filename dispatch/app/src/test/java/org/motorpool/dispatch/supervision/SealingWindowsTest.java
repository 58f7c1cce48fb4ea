package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarDay;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;
import org.motorpool.dispatch.supervision.SealingWindows.WorkHours;

/** The calendar as announced: 国办发明电〔2024〕12号 for 2025, 国办发明电〔2025〕7号 for 2026. */
class SealingWindowsTest {

    private static final WorkHours HOURS = WorkHours.of(8.5, 17.5);

    private final Map<LocalDate, CalendarDay> days = new HashMap<>();

    @Test
    void springFestivalOf2025BeginsAfterAWorkedSundayAndAMonday() {
        holiday("2025-01-28", "2025-02-04", "春节");
        workdays("2025-01-26", "2025-02-08");
        assertThat(windows("2025-01-25", "2025-02-09"))
                .containsExactly(
                        window("周末", "2025-01-24", "2025-01-26"),
                        window("春节", "2025-01-27", "2025-02-05"),
                        window("周末", "2025-02-08", "2025-02-10"));
    }

    @Test
    void nationalDayOf2025JoinsMidAutumn() {
        holiday("2025-10-01", "2025-10-08", "国庆节、中秋节");
        workdays("2025-09-28", "2025-10-11");
        assertThat(windows("2025-09-27", "2025-10-12"))
                .containsExactly(
                        window("周末", "2025-09-26", "2025-09-28"),
                        window("国庆节、中秋节", "2025-09-30", "2025-10-09"),
                        window("周末", "2025-10-11", "2025-10-13"));
    }

    @Test
    void springFestivalOf2026HasNineDaysBetweenTwoWorkedSaturdays() {
        holiday("2026-02-15", "2026-02-23", "春节");
        workdays("2026-02-14", "2026-02-28");
        assertThat(windows("2026-02-14", "2026-03-01"))
                .containsExactly(window("春节", "2026-02-14", "2026-02-24"), window("周末", "2026-02-28", "2026-03-02"));
    }

    @Test
    void nationalDayOf2026EndsBeforeAThursday() {
        holiday("2026-09-25", "2026-09-27", "中秋节");
        holiday("2026-10-01", "2026-10-07", "国庆节");
        workdays("2026-09-20", "2026-10-10");
        assertThat(windows("2026-09-19", "2026-10-11"))
                .containsExactly(
                        window("周末", "2026-09-18", "2026-09-20"),
                        window("中秋节", "2026-09-24", "2026-09-28"),
                        window("国庆节", "2026-09-30", "2026-10-08"),
                        window("周末", "2026-10-10", "2026-10-12"));
    }

    @Test
    void aWindowIsWholeAlsoWhereOnlyItsMiddleIsAskedFor() {
        holiday("2026-10-01", "2026-10-07", "国庆节");
        assertThat(windows("2026-10-04", "2026-10-04")).containsExactly(window("国庆节", "2026-09-30", "2026-10-08"));
    }

    @Test
    void aHolidayNextToAWeekendGivesItsNameToBoth() {
        // 2026-04-04 is a Saturday; Qingming and the weekend are one window from Friday on
        holiday("2026-04-04", "2026-04-06", "清明节");
        assertThat(windows("2026-04-05", "2026-04-05")).containsExactly(window("清明节", "2026-04-03", "2026-04-07"));
    }

    @Test
    void aWorkdayHasNoWindow() {
        assertThat(windows("2026-11-25", "2026-11-26")).isEmpty();
    }

    @Test
    void countsWorkdaysOverShiftedOnes() {
        holiday("2026-02-15", "2026-02-23", "春节");
        workdays("2026-02-14", "2026-02-28");
        assertThat(calendar().workingDays().after(LocalDate.parse("2026-02-13"), 6))
                .isEqualTo(LocalDate.parse("2026-02-28"));
    }

    private WorkCalendar calendar() {
        return WorkCalendar.of(List.copyOf(days.values()));
    }

    private List<SealingWindow> windows(String first, String last) {
        return SealingWindows.between(calendar(), LocalDate.parse(first), LocalDate.parse(last), HOURS);
    }

    private void holiday(String first, String last, String name) {
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(day -> days.put(day, new CalendarDay(day, "HOLIDAY", name)));
    }

    private void workdays(String... worked) {
        for (String day : worked) {
            days.put(LocalDate.parse(day), new CalendarDay(LocalDate.parse(day), "WORKDAY", "调休"));
        }
    }

    private static SealingWindow window(String name, String lastWorkday, String nextWorkday) {
        return new SealingWindow(
                name, Instant.parse(lastWorkday + "T17:30:00+08:00"), Instant.parse(nextWorkday + "T08:30:00+08:00"));
    }
}
