package org.motorpool.dispatch.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.registry.DriverFile;

/** One shift that is to be planned. */
public record NewShift(
        DriverFile driver, Period period, @Nullable UUID templateId) {

    /** One for each of the drivers on each of the days, in the times given. */
    static List<NewShift> each(List<DriverFile> drivers, DutyApi.NewShifts timed) {
        return drivers.stream()
                .flatMap(driver -> timed.days().stream()
                        .map(day -> new NewShift(
                                driver, DutyForms.period(day, timed.startsAt(), timed.endsAt()), timed.templateId())))
                .toList();
    }
}
