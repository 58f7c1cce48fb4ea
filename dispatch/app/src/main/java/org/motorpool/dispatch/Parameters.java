package org.motorpool.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what does not parse is a problem naming the parameter. */
public final class Parameters {

    private Parameters() {}

    /** An instant that must be given. */
    public static Instant instant(String field, @Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                            field,
                            "%s 应为 ISO 8601 时刻，例如 2026-11-23T08:00:00Z".formatted(field),
                            "%s must be an ISO 8601 instant, e.g. 2026-11-23T08:00:00Z".formatted(field))
                    .asException();
        }
    }

    /** A day that must be given. */
    public static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                            field,
                            "%s 应为日期，例如 2026-11-23".formatted(field),
                            "%s must be a day, e.g. 2026-11-23".formatted(field))
                    .asException();
        }
    }

    /** An id. */
    public static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(
                            field,
                            "%s 应为 UUID，收到“%s”".formatted(field, text),
                            "%s must be a UUID, got \"%s\"".formatted(field, text))
                    .asException();
        }
    }

    /** A year of four digits. */
    public static int year(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw Problem.invalid(
                            "year",
                            "year 应为四位年份，收到“%s”".formatted(text),
                            "year must be a year, got \"%s\"".formatted(text))
                    .asException();
        }
        return Integer.parseInt(text);
    }
}
