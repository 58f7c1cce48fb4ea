package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.duty.DutyLimits.Key;
import org.motorpool.dispatch.duty.DutyLimits.Limit;

/** Whether a driver may take one more drive: on shift, not on leave, rested, not too long a day. The first rule broken is the answer. */
final class DutyRules {

    private static final String ROTA = "排班与请假管理（driver_shift、driver_leave）";

    private DutyRules() {}

    static Optional<Violation> check(String driver, PlannedDrive wanted, Engagements known) {
        Engagements others = known.without(wanted.period());
        return leave(driver, wanted.period(), others)
                .or(() -> shift(driver, wanted.period(), others))
                .or(() -> rest(driver, wanted, others))
                .or(() -> dailyHours(driver, wanted, others));
    }

    private static Optional<Violation> leave(String driver, Period wanted, Engagements known) {
        return known.leaves().stream()
                .filter(wanted::overlaps)
                .findFirst()
                .map(leave -> new Violation(
                        "driver-on-leave",
                        ROTA,
                        "驾驶员 %s 在 %s 至 %s 请假，请另选驾驶员".formatted(driver, leave.from(), leave.to()),
                        "driver %s is on leave from %s to %s; choose another driver"
                                .formatted(driver, leave.from(), leave.to())));
    }

    private static Optional<Violation> shift(String driver, Period wanted, Engagements known) {
        return known.offShift(wanted).stream()
                .findFirst()
                .map(off -> new Violation(
                        "driver-off-shift",
                        ROTA,
                        "驾驶员 %s 在 %s 至 %s 没有排班，请另选驾驶员或调整排班".formatted(driver, off.from(), off.to()),
                        "driver %s has no shift from %s to %s; choose another driver or plan a shift"
                                .formatted(driver, off.from(), off.to())));
    }

    private static Optional<Violation> rest(String driver, PlannedDrive wanted, Engagements known) {
        Optional<Limit> most = known.limits().find(Key.CONTINUOUS_DRIVING_MAX);
        Optional<Limit> rest = known.limits().find(Key.REST_MIN);
        if (most.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        Duration longest = longestAtOnce(wanted, known, most.get(), rest.get());
        return longest.compareTo(most.get().length()) <= 0
                ? Optional.empty()
                : Optional.of(new Violation(
                        "driver-rest",
                        most.get().clause(),
                        "驾驶员 %s 将连续驾驶约 %d 分钟，超过 %d 分钟且未停车休息 %d 分钟以上，请延长用车时间、加派或另选驾驶员"
                                .formatted(
                                        driver,
                                        longest.toMinutes(),
                                        most.get().minutes(),
                                        rest.get().minutes()),
                        "driver %s would drive about %d min without a rest of %d min, more than %d; allow more time or choose another"
                                .formatted(
                                        driver,
                                        longest.toMinutes(),
                                        rest.get().minutes(),
                                        most.get().minutes())));
    }

    /** The longest time at the wheel between two rests that the wanted drive has a part in. */
    private static Duration longestAtOnce(PlannedDrive wanted, Engagements known, Limit most, Limit rest) {
        List<Period> own = wanted.stretches(most.length(), rest.length());
        Stream<Period> others =
                known.drives().stream().flatMap(drive -> drive.stretches(most.length(), rest.length()).stream());
        return runs(Stream.concat(own.stream(), others), rest.length()).stream()
                .filter(run -> run.stream().anyMatch(own::contains))
                .map(DutyRules::total)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Stretches that follow each other without a rest, together. */
    private static List<List<Period>> runs(Stream<Period> stretches, Duration rest) {
        List<List<Period>> runs = new ArrayList<>();
        for (Period stretch :
                stretches.sorted(Comparator.comparing(Period::from)).toList()) {
            if (runs.isEmpty() || isRested(runs.getLast(), stretch, rest)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(stretch);
        }
        return runs;
    }

    private static boolean isRested(List<Period> run, Period next, Duration rest) {
        return Duration.between(run.getLast().to(), next.from()).compareTo(rest) >= 0;
    }

    private static Duration total(List<Period> run) {
        return run.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<Violation> dailyHours(String driver, PlannedDrive wanted, Engagements known) {
        return known.limits().find(Key.DAILY_DRIVING_MAX).flatMap(limit -> days(wanted.period())
                .filter(day -> driving(day, wanted, known).compareTo(limit.length()) > 0)
                .findFirst()
                .map(day -> new Violation(
                        "driver-daily-hours",
                        limit.clause(),
                        "驾驶员 %s 在 %s 将驾驶约 %d 分钟，超过每日 %d 分钟，请另选驾驶员"
                                .formatted(
                                        driver, day, driving(day, wanted, known).toMinutes(), limit.minutes()),
                        "driver %s would drive about %d min on %s, more than %d a day; choose another driver"
                                .formatted(driver, driving(day, wanted, known).toMinutes(), day, limit.minutes()))));
    }

    private static Stream<LocalDate> days(Period period) {
        return Days.of(period.from()).datesUntil(Days.of(period.to()).plusDays(1));
    }

    private static Duration driving(LocalDate day, PlannedDrive wanted, Engagements known) {
        return driving(day, Stream.concat(Stream.of(wanted), known.drives().stream()), known.limits());
    }

    /** Estimated time at the wheel on a day in China. */
    static Duration driving(LocalDate day, Stream<PlannedDrive> drives, DutyLimits limits) {
        Duration most =
                limits.find(Key.CONTINUOUS_DRIVING_MAX).map(Limit::length).orElse(Duration.ofDays(1));
        Duration rest = limits.find(Key.REST_MIN).map(Limit::length).orElse(Duration.ofMinutes(1));
        Period today = new Period(Days.start(day), Days.start(day.plusDays(1)));
        return drives.flatMap(drive -> drive.stretches(most, rest).stream())
                .flatMap(stretch -> stretch.common(today).stream())
                .map(Period::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
