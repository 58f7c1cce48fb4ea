package org.motorpool.dispatch.duty;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.DutyApi;

/** Reads what people ask of the rota; the first bad field is a problem that names it. */
final class DutyForms {

    private static final Set<String> KINDS = Set.of("ANNUAL", "SICK", "PERSONAL", "TRAINING", "OTHER");
    private static final Duration LONGEST_LEAVE = Duration.ofDays(366);
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_SHIFTS = 2000;
    private static final int YEARS_AHEAD = 2;

    private DutyForms() {}

    static DutyApi.NewShiftTemplate template(DutyApi.@Nullable NewShiftTemplate form) {
        DutyApi.NewShiftTemplate given = required("name", form);
        required("unitId", given.unitId());
        LocalTime from = required("startsAt", given.startsAt());
        requireDifferent(from, required("endsAt", given.endsAt()));
        return new DutyApi.NewShiftTemplate(
                given.unitId(), text("name", given.name(), LONGEST_NAME), from, given.endsAt());
    }

    static DutyApi.NewShifts shifts(DutyApi.@Nullable NewShifts form, LocalDate today) {
        DutyApi.NewShifts given = required("driverIds", form);
        requireSome("driverIds", given.driverIds());
        requireSome("days", given.days());
        if ((long) given.driverIds().size() * given.days().size() > MOST_SHIFTS) {
            throw bad("days", "一次最多排 %d 个班".formatted(MOST_SHIFTS), "make at most %d shifts".formatted(MOST_SHIFTS));
        }
        given.days().forEach(day -> requirePlannable(day, today));
        if (given.templateId() == null) {
            requireDifferent(required("startsAt", given.startsAt()), required("endsAt", given.endsAt()));
        }
        return given;
    }

    private static void requirePlannable(LocalDate day, LocalDate today) {
        if (day.isBefore(today) || day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw bad(
                    "days",
                    "%s 不在 %s 起两年之内".formatted(day, today),
                    "%s is not within two years from %s".formatted(day, today));
        }
    }

    private static void requireSome(String field, @Nullable List<?> values) {
        if (required(field, values).isEmpty()) {
            throw Problem.missing(field).asException();
        }
    }

    private static void requireDifferent(LocalTime from, LocalTime to) {
        if (from.equals(to)) {
            throw bad("endsAt", "应不同于开始时间", "must differ from startsAt");
        }
    }

    /** A shift that does not end after it begins ends on the next day. */
    static Period period(LocalDate day, LocalTime from, LocalTime to) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Period(at(day, from), at(last, to));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return Days.start(day).plus(Duration.between(LocalTime.MIN, time));
    }

    static DutyApi.NewLeave leave(DutyApi.@Nullable NewLeave form, Instant now) {
        DutyApi.NewLeave given = required("kind", form);
        oneOf("kind", given.kind(), KINDS);
        Instant from = required("from", given.from());
        Instant to = required("to", given.to());
        if (!from.isBefore(to)) {
            throw Problem.of(
                            400,
                            "period-reversed",
                            "输入有误 Invalid input",
                            "结束时间 %s 应晚于开始时间 %s".formatted(to, from),
                            "to %s must be after from %s".formatted(to, from),
                            "to")
                    .asException();
        }
        if (to.isBefore(now) || to.isAfter(from.plus(LONGEST_LEAVE))) {
            throw bad("to", "应在将来，且请假不超过一年", "must be in the future, a leave lasts a year at most");
        }
        return new DutyApi.NewLeave(
                given.driverId(), given.kind(), from, to, text("reason", given.reason(), LONGEST_REASON));
    }

    static String reason(@Nullable String reason) {
        return text("reason", reason, LONGEST_REASON);
    }
}
