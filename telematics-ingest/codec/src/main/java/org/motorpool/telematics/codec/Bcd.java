package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times of the standard: BCD[6] YYMMDDhhmmss in GMT+8. */
final class Bcd {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    static final int TIME_BYTES = 6;

    private Bcd() {}

    /** The instant at {@code at}, null when the bytes are no date and time. */
    static @Nullable Instant time(Body body, int at) {
        int year = 2000 + digits(body, at);
        int month = digits(body, at + 1);
        int day = digits(body, at + 2);
        int hour = digits(body, at + 3);
        int minute = digits(body, at + 4);
        int second = digits(body, at + 5);
        boolean date = year >= 2000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        if (!date || day > lengthOfMonth(year, month)) {
            return null;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600L + minute * 60L + second - ZONE.getTotalSeconds());
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

    private static int lengthOfMonth(int year, int month) {
        return Month.of(month).length(Year.isLeap(year));
    }

    /** The two digits of a byte; far below zero when a nibble is no digit. */
    private static int digits(Body body, int at) {
        int value = body.u8(at);
        int tens = value >> 4;
        int ones = value & 15;
        return tens > 9 || ones > 9 ? -100_000 : tens * 10 + ones;
    }

    private static void write(int value, ByteBuf out) {
        out.writeByte(value / 10 << 4 | value % 10);
    }
}
