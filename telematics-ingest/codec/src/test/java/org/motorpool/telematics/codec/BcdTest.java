package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BcdTest {
    @Test
    void readsEveryDayOfTheCentury() {
        LocalDate end = LocalDate.of(2100, 1, 1);
        for (LocalDate day = LocalDate.of(2000, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            String digits = "%02d%02d%02d".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());

            assertThat(Bcd.time(Body.ofHex(digits + "235958"), 0))
                    .isEqualTo(day.atTime(23, 59, 58).toInstant(ZoneOffset.ofHours(8)));
        }
    }

    @Test
    void answersNothingForDaysThatDoNotExist() {
        for (String digits : new String[] {"260229", "000230", "260431", "261301", "260001", "260100", "2a0101"}) {
            assertThat(Bcd.time(Body.ofHex(digits + "000000"), 0)).as(digits).isNull();
        }
    }
}
