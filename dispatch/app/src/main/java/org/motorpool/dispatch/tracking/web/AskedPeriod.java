package org.motorpool.dispatch.tracking.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;

/** The half-open span of time that a caller asks telematics about. */
record AskedPeriod(Instant from, Instant to) {

    /** The longest period telematics-ingest answers. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Reads the query parameters {@code from} and {@code to}; what cannot be answered is a problem that names one. */
    static AskedPeriod parse(@Nullable String from, @Nullable String to) {
        AskedPeriod period = new AskedPeriod(Parameters.instant("from", from), Parameters.instant("to", to));
        if (!period.from.isBefore(period.to)) {
            throw Problem.invalid("to", "结束时间 to 必须晚于开始时间 from", "to must be after from")
                    .asException();
        }
        if (Duration.between(period.from, period.to).compareTo(LONGEST) > 0) {
            throw Problem.invalid(
                            "to",
                            "时间跨度不得超过 %d 天，请分段查询".formatted(LONGEST.toDays()),
                            "from and to may be at most %d days apart; ask in pieces".formatted(LONGEST.toDays()))
                    .asException();
        }
        return period;
    }
}
