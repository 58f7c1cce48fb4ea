package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times of the standard: BCD[6] YYMMDDhhmmss in GMT+8. */
final class Bcd {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    static final int TIME_BYTES = 6;

    private static final int DAY_2000_01_01 = 10_957;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private static final byte[] DIGITS = digits();

    private Bcd() {}

    /** The instant at {@code at}, null when the bytes are no date and time. */
    static @Nullable Instant time(Body body, int at) {
        int year = digits(body, at);
        int month = digits(body, at + 1);
        int day = digits(body, at + 2);
        int hour = digits(body, at + 3);
        int minute = digits(body, at + 4);
        int second = digits(body, at + 5);
        boolean digitsOnly = (year | month | day | hour | minute | second) >= 0;
        if (!digitsOnly || hour > 23 || minute > 59 || second > 59 || !exists(year, month, day)) {
            return null;
        }
        return Instant.ofEpochSecond(
                epochDay(year, month, day) * 86_400L + hour * 3600 + minute * 60 + second - ZONE.getTotalSeconds());
    }

    /** The same bytes read as UTC, as 0x8004 has them. */
    static @Nullable Instant utc(Body body, int at) {
        @Nullable Instant local = time(body, at);
        return local == null ? null : local.plusSeconds(ZONE.getTotalSeconds());
    }

    /** Whether a time has a year that two digits can say. */
    static boolean sayable(Instant time) {
        int year = time.atOffset(ZONE).getYear();
        return year >= 2000 && year <= 2099;
    }

    static void writeTime(@Nullable Instant time, ByteBuf out) {
        if (time == null) {
            out.writeZero(TIME_BYTES);
            return;
        }
        OffsetDateTime local = time.atOffset(ZONE);
        write(local.getYear() % 100, out);
        write(local.getMonthValue(), out);
        write(local.getDayOfMonth(), out);
        write(local.getHour(), out);
        write(local.getMinute(), out);
        write(local.getSecond(), out);
    }

    /** Days from 1970 to a day of the years 2000 to 2099, of which every fourth is a leap year. */
    private static int epochDay(int year, int month, int day) {
        int leapDays = (year + 3) / 4 + (month > 2 && leap(year) ? 1 : 0);
        return DAY_2000_01_01 + year * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1;
    }

    private static boolean exists(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
    }

    private static int lengthOfMonth(int year, int month) {
        return month == 2 && leap(year) ? 29 : DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
    }

    private static boolean leap(int year) {
        return year % 4 == 0;
    }

    /** The two digits of a byte, negative when a nibble is no digit. */
    private static int digits(Body body, int at) {
        return DIGITS[body.u8(at)];
    }

    private static byte[] digits() {
        byte[] digits = new byte[256];
        for (int value = 0; value < digits.length; value++) {
            int tens = value >> 4;
            int ones = value & 15;
            digits[value] = (byte) (tens > 9 || ones > 9 ? -1 : tens * 10 + ones);
        }
        return digits;
    }

    private static void write(int value, ByteBuf out) {
        out.writeByte(value / 10 << 4 | value % 10);
    }
}
