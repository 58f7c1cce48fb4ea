package org.motorpool.dispatch.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.VehicleFileApi.Duty;

/**
 * What a vehicle must get within some working days of its registration: terminal and marking (应装尽装、统一标识).
 *
 * @param duty TERMINAL or MARKING
 */
public record FileDuty(String duty, int workingDays, String clause) {

    /** How far a vehicle has come with it. */
    public sealed interface Progress {
        /** Done; {@code on} is null where the day was not kept. */
        record Done(@Nullable LocalDate on) implements Progress {}

        /** Not required of this vehicle. */
        record Exempt() implements Progress {}

        record Open() implements Progress {}
    }

    /** The duty of a vehicle, as of today. */
    public Duty judge(LocalDate registeredOn, Progress progress, WorkingDays calendar, LocalDate today) {
        LocalDate dueOn = calendar.after(registeredOn, workingDays);
        return switch (progress) {
            case Progress.Done(LocalDate on) ->
                new Duty(duty, dueOn, on, on != null && on.isAfter(dueOn) ? "LATE" : "DONE", clause);
            case Progress.Exempt() -> new Duty(duty, dueOn, null, "EXEMPT", clause);
            case Progress.Open() -> new Duty(duty, dueOn, null, today.isAfter(dueOn) ? "OVERDUE" : "DUE", clause);
        };
    }
}
