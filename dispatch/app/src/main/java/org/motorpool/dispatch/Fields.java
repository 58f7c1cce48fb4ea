package org.motorpool.dispatch;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form; the first bad one is a problem that names it. */
public final class Fields {

    private Fields() {}

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.missing(field).asException();
        }
        return value;
    }

    /** A text of 1 to {@code longest} characters, stripped. */
    public static String text(String field, @Nullable String value, int longest) {
        String stripped = Objects.requireNonNullElse(value, "").strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw bad(field, "应为 1 至 %d 个字符".formatted(longest), "must have 1 to %d characters".formatted(longest));
        }
        return stripped;
    }

    public static @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(field, value, longest);
    }

    public static String oneOf(String field, @Nullable String value, Set<String> allowed) {
        if (value == null || !allowed.contains(value)) {
            String list = String.join(", ", allowed.stream().sorted().toList());
            throw bad(field, "应为以下之一：" + list, "must be one of " + list);
        }
        return value;
    }

    public static long number(String field, @Nullable Long value, long least, long most) {
        if (value == null || value < least || value > most) {
            throw bad(field, "应在 %d 到 %d 之间".formatted(least, most), "must be %d to %d".formatted(least, most));
        }
        return value;
    }

    /** A quantity above 0. */
    public static double quantity(String field, @Nullable Double value, double most) {
        if (value == null || !(value > 0 && value <= most)) {
            throw bad(field, "应大于 0 且不超过 %s".formatted(most), "must be above 0 and at most %s".formatted(most));
        }
        return value;
    }

    /** A day from {@code first} to {@code last}, both included. */
    public static LocalDate day(String field, @Nullable LocalDate value, LocalDate first, LocalDate last) {
        if (value == null || value.isBefore(first) || value.isAfter(last)) {
            throw bad(field, "应在 %s 到 %s 之间".formatted(first, last), "must be %s to %s".formatted(first, last));
        }
        return value;
    }

    /** The problem of a field. */
    public static ProblemException bad(String field, String zh, String en) {
        return Problem.invalid(field, field + " " + zh, field + " " + en).asException();
    }
}
