package org.motorpool.dispatch.supervision.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;

/** Reads a day from a query parameter. */
final class Day {

    private Day() {}

    /** The day, or null when it is left out; anything else is a problem naming the field. */
    static @Nullable LocalDate read(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                            field,
                            "%s 应为日期 yyyy-MM-dd，收到“%s”".formatted(field, text),
                            "%s must be a day yyyy-MM-dd, got \"%s\"".formatted(field, text))
                    .asException();
        }
    }
}
