package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.RequestSeriesApi.WeeklyRule;

class SeriesDaysTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 28);

    private static final WorkingDays AUTUMN = new WorkingDays(
            Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 5)), Set.of(LocalDate.of(2026, 10, 10)));

    @Test
    void repeatsTheWeekdayOfTheFirstUse() {
        assertThat(days(new WeeklyRule(null, null, null, 3, null)))
                .containsExactly(MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    }

    @Test
    void goesOnUntilTheLastDayIncluded() {
        assertThat(days(new WeeklyRule(List.of("MO", "WE"), null, MONDAY.plusWeeks(1), null, null)))
                .containsExactly(MONDAY, MONDAY.plusDays(2), MONDAY.plusWeeks(1));
    }

    @Test
    void leavesWeeksOut() {
        assertThat(days(new WeeklyRule(List.of("MO"), 2, null, 2, null))).containsExactly(MONDAY, MONDAY.plusWeeks(2));
    }

    @Test
    void leavesDaysOffOutAndWorksOnSaturdaysThatAreWorkdays() {
        assertThat(days(new WeeklyRule(List.of("MO", "TH", "SA"), null, LocalDate.of(2026, 10, 12), null, true)))
                .containsExactly(
                        MONDAY, LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 12));
    }

    @Test
    void demandsAnEndAndKnownDays() {
        refuses(new WeeklyRule(null, null, null, null, null));
        refuses(new WeeklyRule(null, null, MONDAY, 3, null));
        refuses(new WeeklyRule(List.of("XX"), null, null, 3, null));
        refuses(new WeeklyRule(null, 0, null, 3, null));
        refuses(new WeeklyRule(null, null, null, 101, null));
    }

    @Test
    void refusesARuleWithoutADay() {
        WeeklyRule never = new WeeklyRule(List.of("TU"), null, MONDAY, null, null);
        assertThatThrownBy(() -> days(never)).isInstanceOf(ProblemException.class);
    }

    private static List<LocalDate> days(WeeklyRule rule) {
        return SeriesDays.of(rule, MONDAY, AUTUMN);
    }

    private static void refuses(WeeklyRule rule) {
        assertThatThrownBy(() -> SeriesDays.require(rule)).isInstanceOf(ProblemException.class);
    }
}
