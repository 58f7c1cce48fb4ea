package org.motorpool.dispatch.sizing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.Problem;

/** Days from the first to the last, both included: a year at most, all of them over. */
public record SizingPeriod(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 366;

    /** Days that are read at a time. */
    private static final int PART_DAYS = 28;

    /** Problems {@code period-reversed}, {@code period-too-long}, {@code period-not-over}. */
    public SizingPeriod requireOver(LocalDate today) {
        if (from.isAfter(to)) {
            throw refused(
                    "period-reversed",
                    "结束日期 %s 不能早于开始日期 %s".formatted(to, from),
                    "to %s must not be before from %s".formatted(to, from));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw refused(
                    "period-too-long",
                    "一次最多测算 %d 天，请缩短时段".formatted(MOST_DAYS),
                    "at most %d days are counted at once; shorten the period".formatted(MOST_DAYS));
        }
        if (!to.isBefore(today)) {
            throw refused(
                    "period-not-over",
                    "%s 尚未结束，只能测算已结束的日期".formatted(to),
                    "%s is not over; only days that are over can be counted".formatted(to));
        }
        return this;
    }

    private static RuntimeException refused(String code, String chinese, String english) {
        return Problem.of(400, code, "输入有误 Invalid input", chinese, english, "to")
                .asException();
    }

    /** One after the other, so that no more is in memory at a time. */
    List<SizingPeriod> parts() {
        List<SizingPeriod> parts = new ArrayList<>();
        for (LocalDate first = from; !first.isAfter(to); first = first.plusDays(PART_DAYS)) {
            LocalDate last = first.plusDays(PART_DAYS - 1);
            parts.add(new SizingPeriod(first, last.isBefore(to) ? last : to));
        }
        return parts;
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
