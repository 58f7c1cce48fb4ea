package org.motorpool.telematics.codec;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When an area counts: two BCD[6] in GMT+8, where the date 00-00-00 means every day. */
public sealed interface AreaPeriod {

    /** Once. */
    record Between(Instant from, Instant to) implements AreaPeriod {}

    /** Every day, China time. */
    record Daily(LocalTime from, LocalTime to) implements AreaPeriod {}

    /** What is neither; twelve digits each as on the wire. */
    record Unreadable(String fromHex, String toHex) implements AreaPeriod {}

    static AreaPeriod read(FieldReader in) {
        String from = in.digits(Bcd.TIME_BYTES, "from");
        String to = in.digits(Bcd.TIME_BYTES, "to");
        @Nullable LocalTime dailyFrom = daily(from);
        @Nullable LocalTime dailyTo = daily(to);
        if (dailyFrom != null && dailyTo != null) {
            return new Daily(dailyFrom, dailyTo);
        }
        @Nullable Instant first = once(from);
        @Nullable Instant last = once(to);
        return first == null || last == null ? new Unreadable(from, to) : new Between(first, last);
    }

    private static @Nullable Instant once(String digits) {
        return digits.isEmpty() ? null : Bcd.time(Body.ofHex(digits), 0);
    }

    private static @Nullable LocalTime daily(String digits) {
        if (!digits.matches("000000([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]")) {
            return null;
        }
        return LocalTime.of(two(digits, 6), two(digits, 8), two(digits, 10));
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    /** Appends the twelve bytes. */
    default void write(FieldWriter out) {
        switch (this) {
            case Between(Instant from, Instant to) -> out.time("from", from).time("to", to);
            case Daily(LocalTime from, LocalTime to) -> out.hex(digits(from)).hex(digits(to));
            case Unreadable(String from, String to) ->
                out.hex("fromHex", Bcd.TIME_BYTES, from).hex("toHex", Bcd.TIME_BYTES, to);
        }
    }

    private static String digits(LocalTime time) {
        return String.format(Locale.ROOT, "000000%02d%02d%02d", time.getHour(), time.getMinute(), time.getSecond());
    }
}
