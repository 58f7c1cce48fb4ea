package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.VehicleFileApi.Duty;
import org.motorpool.dispatch.registry.FileDuty.Progress;

class FileDutyTest {

    /** Registered on Monday 2 June 2025: the tenth working day after it is Monday the 16th. */
    private static final LocalDate REGISTERED = LocalDate.of(2025, 6, 2);

    private static final LocalDate DUE = LocalDate.of(2025, 6, 16);

    @Test
    void isDueOnTheTenthWorkingDay() {
        assertThat(judge(new Progress.Open(), DUE)).isEqualTo(new Duty("MARKING", DUE, null, "DUE", "条款"));
    }

    @Test
    void isOverdueTheDayAfter() {
        assertThat(judge(new Progress.Open(), DUE.plusDays(1)).state()).isEqualTo("OVERDUE");
    }

    @Test
    void isDoneOnTheLastDayAndLateAfterIt() {
        assertThat(judge(new Progress.Done(DUE), DUE.plusYears(1)).state()).isEqualTo("DONE");
        assertThat(judge(new Progress.Done(DUE.plusDays(1)), DUE.plusYears(1)).state())
                .isEqualTo("LATE");
    }

    @Test
    void trustsADayThatWasNotKept() {
        assertThat(judge(new Progress.Done(null), DUE.plusYears(1)).state()).isEqualTo("DONE");
    }

    @Test
    void asksNothingOfAnExemptVehicle() {
        assertThat(judge(new Progress.Exempt(), DUE.plusYears(1)).state()).isEqualTo("EXEMPT");
    }

    private static Duty judge(Progress progress, LocalDate today) {
        return new FileDuty("MARKING", 10, "条款").judge(REGISTERED, progress, WorkingDays.PLAIN_WEEK, today);
    }
}
