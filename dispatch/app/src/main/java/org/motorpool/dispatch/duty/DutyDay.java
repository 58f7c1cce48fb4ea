package org.motorpool.dispatch.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.DutyApi;

/** A driver's day as people read it. */
final class DutyDay {

    private DutyDay() {}

    static DutyApi.DriverDuty of(UUID driverId, LocalDate day, Engagements known, List<DutyApi.DutyOrder> orders) {
        Period today = new Period(Days.start(day), Days.start(day.plusDays(1)));
        Period rota = known.rota();
        return new DutyApi.DriverDuty(
                driverId,
                day,
                rota != null && rota.overlaps(today),
                periods(known.shifts()),
                periods(known.leaves()),
                orders,
                DutyRules.driving(day, known.drives().stream(), known.limits()).toMinutes(),
                known.limits().rows().stream()
                        .map(limit -> new DutyApi.DutyLimit(
                                limit.key().name(), limit.minutes(), limit.clause(), limit.articleVerified()))
                        .toList());
    }

    private static List<DutyApi.DutyPeriod> periods(List<Period> periods) {
        return periods.stream()
                .map(period -> new DutyApi.DutyPeriod(period.from(), period.to()))
                .toList();
    }
}
