package org.motorpool.dispatch.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;

/**
 * The days a report is about, both included: a calendar year in China, the running one until today.
 *
 * @param from 1 January
 * @param to 31 December, or today
 */
public record Period(LocalDate from, LocalDate to) {

    /** The first year with report fields in force (plan of 2021). */
    static final int FIRST_YEAR = 2021;

    public int year() {
        return from.getYear();
    }

    /** The report year asked for; a future year, or one before there were reports, is a problem naming {@code year}. */
    public static Period of(@Nullable String year, LocalDate today) {
        if (year == null || !year.matches("[0-9]{4}")) {
            throw invalid(
                    "year 应为四位年份，例如 %d".formatted(today.getYear()), "year must be a year, e.g. " + today.getYear());
        }
        return of(Integer.parseInt(year), today);
    }

    static Period of(int year, LocalDate today) {
        if (year > today.getYear()) {
            throw invalid(
                    "year %d 尚未开始，最晚可填报 %d 年".formatted(year, today.getYear()),
                    "year %d has not begun; the latest is %d".formatted(year, today.getYear()));
        }
        if (year < FIRST_YEAR) {
            throw invalid(
                    "year %d 早于年度报告制度的首年 %d".formatted(year, FIRST_YEAR),
                    "year %d is before the first year with reports, %d".formatted(year, FIRST_YEAR));
        }
        LocalDate end = LocalDate.of(year, 12, 31);
        return new Period(LocalDate.of(year, 1, 1), today.isBefore(end) ? today : end);
    }

    /** The whole year before; there may be none. */
    @Nullable
    Period before() {
        int year = year() - 1;
        return year < FIRST_YEAR ? null : new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static RuntimeException invalid(String zh, String en) {
        return Problem.invalid("year", zh, en).asException();
    }
}
