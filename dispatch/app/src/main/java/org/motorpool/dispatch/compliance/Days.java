package org.motorpool.dispatch.compliance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Rules, quotas and years begin at midnight in China. */
final class Days {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Days() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
