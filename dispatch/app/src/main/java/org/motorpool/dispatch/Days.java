package org.motorpool.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Rules, quotas, numbers and years begin at midnight in China. */
public final class Days {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Days() {}

    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    /** The day of the moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    /** The moment the day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
