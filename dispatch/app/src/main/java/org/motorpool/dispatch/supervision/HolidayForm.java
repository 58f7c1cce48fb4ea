package org.motorpool.dispatch.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarDay;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarYear;

/** Reads the calendar of a year from outside; the whole is checked before anything is written, and a bad day is named by its line. */
final class HolidayForm {

    private static final Set<String> KINDS = Set.of("HOLIDAY", "WORKDAY");
    private static final int MOST_DAYS = 366;

    private HolidayForm() {}

    /** Of JSON; {@code year} is that of the path. */
    static CalendarYear read(int year, @Nullable CalendarYear form) {
        if (year < 2000 || year > 2100) {
            throw Problem.invalid("year", "year 应在 2000 到 2100 之间", "year must be 2000 to 2100")
                    .asException();
        }
        if (form == null) {
            throw Problem.missing("days").asException();
        }
        if (form.year() != year) {
            throw Problem.invalid("year", "正文年份与地址不一致", "the year of the body is not that of the address")
                    .asException();
        }
        requireDays(form.days());
        for (int i = 0; i < form.days().size(); i++) {
            require(year, i, form.days().get(i));
        }
        requireOnce(form.days());
        return new CalendarYear(year, document(form.document()), form.days());
    }

    /** Of CSV: {@code day,kind,name} a line, with or without a head line. */
    static List<CalendarDay> csv(String text) {
        List<CalendarDay> days = new ArrayList<>();
        String[] lines = text.strip().split("\\R", MOST_DAYS + 2);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("day,")) {
                days.add(day(i, line));
            }
        }
        return days;
    }

    private static CalendarDay day(int index, String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 3) {
            throw bad(index, "应为 day,kind,name 三列", "must have the three columns day,kind,name");
        }
        try {
            return new CalendarDay(LocalDate.parse(fields[0].strip()), fields[1].strip(), fields[2].strip());
        } catch (DateTimeParseException _) {
            throw bad(index, "日期应为 yyyy-MM-dd", "the day must be yyyy-MM-dd");
        }
    }

    private static void requireDays(List<CalendarDay> days) {
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw Problem.invalid("days", "days 应有 1 至 366 天", "days must have 1 to 366 entries")
                    .asException();
        }
    }

    private static void require(int year, int index, CalendarDay entry) {
        LocalDate day = entry.day();
        if (day == null || day.getYear() != year) {
            throw bad(index, "日期应在 %d 年内".formatted(year), "the day must be in %d".formatted(year));
        }
        if (entry.kind() == null || !KINDS.contains(entry.kind())) {
            throw bad(index, "kind 应为 HOLIDAY 或 WORKDAY", "kind must be HOLIDAY or WORKDAY");
        }
        if (entry.name() == null || entry.name().isBlank() || entry.name().length() > 40) {
            throw bad(index, "name 应为 1 至 40 个字符", "name must have 1 to 40 characters");
        }
        if (entry.kind().equals("WORKDAY") && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            throw bad(
                    index, "%s 不是周末，调休上班只能在周末".formatted(day), "%s is no weekend; a shifted workday is".formatted(day));
        }
    }

    private static void requireOnce(List<CalendarDay> days) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            if (!seen.add(days.get(i).day())) {
                throw bad(
                        i,
                        "%s 出现两次".formatted(days.get(i).day()),
                        "%s is there twice".formatted(days.get(i).day()));
            }
        }
    }

    private static String document(@Nullable String document) {
        String stripped = document == null ? "" : document.strip();
        if (stripped.length() < 4 || stripped.length() > 100) {
            throw Problem.invalid(
                            "document",
                            "请填写放假通知的文号，例如 国办发明电〔2025〕7号",
                            "document must be the number of the notice, e.g. 国办发明电〔2025〕7号")
                    .asException();
        }
        return stripped;
    }

    private static ProblemException bad(int index, String zh, String en) {
        String field = "days[%d]".formatted(index);
        return Problem.invalid(field, "%s %s".formatted(field, zh), "%s: %s".formatted(field, en))
                .asException();
    }
}
