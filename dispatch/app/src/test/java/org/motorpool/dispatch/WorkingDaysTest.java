package org.motorpool.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    /** 国办发明电〔2024〕12号: National Day and Mid-Autumn 2025, 1 to 8 October off, Sunday 28 September and Saturday 11 October worked. */
    private static final WorkingDays AUTUMN_2025 = new WorkingDays(
            LocalDate.of(2025, 10, 1)
                    .datesUntil(LocalDate.of(2025, 10, 9))
                    .collect(java.util.stream.Collectors.toSet()),
            Set.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)));

    @Test
    void countsMondayToFridayWithoutACalendar() {
        assertThat(WorkingDays.PLAIN_WEEK.after(LocalDate.of(2025, 9, 26), 10)).isEqualTo("2025-10-10");
    }

    @Test
    void leavesHolidaysOutAndCountsWorkedWeekends() {
        // 27 Sat –, 28 Sun 1, 29 2, 30 3, 1–8 Oct –, 9 4, 10 5, 11 Sat 6, 12 Sun –, 13 7, 14 8, 15 9, 16 10
        assertThat(AUTUMN_2025.after(LocalDate.of(2025, 9, 26), 10)).isEqualTo("2025-10-16");
    }

    @Test
    void knowsAWorkedSundayAndAFreeWednesday() {
        assertThat(AUTUMN_2025.isWorkday(LocalDate.of(2025, 9, 28))).isTrue();
        assertThat(AUTUMN_2025.isWorkday(LocalDate.of(2025, 10, 1))).isFalse();
        assertThat(AUTUMN_2025.isWorkday(LocalDate.of(2025, 10, 12))).isFalse();
    }

    @Test
    void isTheDayItselfAfterNoDays() {
        assertThat(AUTUMN_2025.after(LocalDate.of(2025, 10, 1), 0)).isEqualTo("2025-10-01");
    }
}
