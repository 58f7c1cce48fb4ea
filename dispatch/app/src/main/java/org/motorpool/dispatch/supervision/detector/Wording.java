package org.motorpool.dispatch.supervision.detector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Figures as the texts of findings show them. */
final class Wording {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Day.CHINA);

    private Wording() {}

    /** In China, to the minute. */
    static String at(Instant moment) {
        return MINUTE.format(moment);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Day.CHINA).toInstant();
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String km(double metres) {
        return rounded(metres / 1000, 1);
    }

    static String percent(double share) {
        return rounded(share * 100, 1) + "%";
    }

    static String rounded(double number, int digits) {
        return BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
