package org.motorpool.telematics.recorder;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A half-open span of time that a caller asked for, checked. */
public record Period(Instant from, Instant to) {

    static final Duration LONGEST = Duration.ofDays(366);

    /** Reads the query parameters {@code from} and {@code to}. */
    public static Period parse(@Nullable String from, @Nullable String to) throws InvalidParameter {
        Period period = new Period(instant("from", from), instant("to", to));
        if (!period.from.isBefore(period.to)) {
            throw new InvalidParameter(
                    "to", "结束时间 to 必须晚于开始时间 from", "to (%s) must be after from (%s)".formatted(period.to, period.from));
        }
        if (Duration.between(period.from, period.to).compareTo(LONGEST) > 0) {
            throw new InvalidParameter(
                    "to",
                    "时间跨度不得超过 %d 天，请分段查询".formatted(LONGEST.toDays()),
                    "from and to may be at most %d days apart; ask in pieces".formatted(LONGEST.toDays()));
        }
        return period;
    }

    private static Instant instant(String field, @Nullable String value) throws InvalidParameter {
        if (value == null || value.isBlank()) {
            throw new InvalidParameter(field, "缺少参数 " + field, "%s is missing; give an ISO 8601 time".formatted(field));
        }
        try {
            // a '+' of the zone arrives as a blank unless the caller escaped it
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidParameter(
                    field,
                    "参数 %s 不是有效时间，应如 2026-11-01T08:00:00+08:00".formatted(field),
                    "%s is not a time; write it like 2026-11-01T00:00:00Z".formatted(field));
        }
    }
}
