package org.motorpool.dispatch.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.ProblemException;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void isAWholeYearThatIsOver() {
        assertThat(Period.of("2025", TODAY))
                .isEqualTo(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void endsTodayInTheRunningYear() {
        assertThat(Period.of("2026", TODAY)).isEqualTo(new Period(LocalDate.of(2026, 1, 1), TODAY));
    }

    @Test
    void hasNoYearBeforeTheFirst() {
        assertThat(Period.of("2021", TODAY).before()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027", "9999", "2020", "1999", "", "26", "20x6", "-2026"})
    void refusesAnyOtherYearNamingTheField(String year) {
        assertThatThrownBy(() -> Period.of(year, TODAY))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().field()).isEqualTo("year"));
    }
}
