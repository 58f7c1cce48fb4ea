package org.motorpool.telematics.contract;

import java.nio.charset.Charset;
import java.util.List;

/** What the fields of instructions must satisfy; a field that does not is an {@link InvalidInstruction}. */
final class Check {

    private static final Charset GBK = Charset.forName("GBK");

    private Check() {}

    static <T> T given(String field, T value) {
        if (value == null) {
            throw new InvalidInstruction(field, "缺少 %s，请填写".formatted(field), "%s is required".formatted(field));
        }
        return value;
    }

    /** A whole number in [least, most], which must be given. */
    static int range(String field, Integer value, int least, int most) {
        return Math.toIntExact(range(field, value == null ? null : Long.valueOf(value), (long) least, (long) most));
    }

    static long range(String field, Long value, long least, long most) {
        long given = given(field, value);
        if (given < least || given > most) {
            throw new InvalidInstruction(
                    field,
                    "%s 应为 %d 到 %d 之间的整数，收到 %d".formatted(field, least, most, given),
                    "%s must be a whole number from %d to %d, got %d".formatted(field, least, most, given));
        }
        return given;
    }

    /** Text of so many bytes in GBK, the character set of terminals. */
    static String text(String field, String value, int least, int most) {
        String given = least == 0 && value == null ? "" : given(field, value);
        if (!GBK.newEncoder().canEncode(given) || given.indexOf('\0') >= 0) {
            throw new InvalidInstruction(
                    field,
                    "%s 含有终端无法显示的字符（GBK 以外）".formatted(field),
                    "%s has characters that terminals lack (outside GBK)".formatted(field));
        }
        int bytes = given.getBytes(GBK).length;
        if (bytes < least || bytes > most) {
            throw new InvalidInstruction(
                    field,
                    "%s 应为 %d 到 %d 字节（GBK），收到 %d 字节".formatted(field, least, most, bytes),
                    "%s must have %d to %d bytes in GBK, got %d".formatted(field, least, most, bytes));
        }
        return given;
    }

    /** A copy of the list; a list left out is empty. */
    static <T> List<T> list(String field, List<T> values, int least, int most) {
        List<T> given = values == null ? List.of() : values;
        if (given.size() < least || given.size() > most) {
            throw new InvalidInstruction(
                    field,
                    "%s 应有 %d 到 %d 项，收到 %d 项".formatted(field, least, most, given.size()),
                    "%s must have %d to %d items, got %d".formatted(field, least, most, given.size()));
        }
        for (int i = 0; i < given.size(); i++) {
            given(field + "[" + i + "]", given.get(i));
        }
        return List.copyOf(given);
    }
}
