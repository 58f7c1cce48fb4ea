package org.motorpool.dispatch.duty;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a driver is engaged with around a period.
 *
 * @param rota from the first to the last planned shift; null when none are planned, and the driver is on duty at any time
 * @param leaves approved
 * @param drives of the driver's orders, the one in question left out
 */
public record Engagements(
        @Nullable Period rota, List<Period> shifts, List<Period> leaves, List<PlannedDrive> drives, DutyLimits limits) {

    public Engagements {
        shifts = List.copyOf(shifts);
        leaves = List.copyOf(leaves);
        drives = List.copyOf(drives);
    }

    /** Without drives at the same time: that a driver is promised twice is the database's to refuse. */
    Engagements without(Period taken) {
        return new Engagements(
                rota,
                shifts,
                leaves,
                drives.stream().filter(drive -> !drive.period().overlaps(taken)).toList(),
                limits);
    }

    /** Parts of the period that the rota covers and no shift does. */
    List<Period> offShift(Period period) {
        return Optional.ofNullable(rota).flatMap(period::common).stream()
                .flatMap(rostered -> rostered.without(shifts).stream())
                .toList();
    }

    /** Parts of the period in which the driver cannot drive. */
    List<Period> absences(Period period) {
        return Stream.concat(leaves.stream().flatMap(leave -> leave.common(period).stream()), offShift(period).stream())
                .toList();
    }
}
