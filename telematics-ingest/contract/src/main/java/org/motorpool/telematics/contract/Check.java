package org.motorpool.telematics.contract;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the fields of instructions must satisfy; a field that does not is an {@link InvalidInstruction}. */
final class Check {

    private static final Charset GBK = Charset.forName("GBK");

    private static final int MOST_ARGUMENT_BYTES = 255;

    private static final long MOST_DWORD = 0xffff_ffffL;

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

    /** A whole number in [least, most], or none. */
    static void optional(String field, Integer value, int least, int most) {
        if (value != null) {
            range(field, value, least, most);
        }
    }

    /** A port of TCP or UDP, or none. */
    static void port(String field, Integer value) {
        optional(field, value, 0, 65_535);
    }

    /** Nothing: the field belongs to another choice. */
    static void absent(String field, Object value) {
        if (value != null) {
            throw new InvalidInstruction(
                    field, "此处不应填写 %s".formatted(field), "%s does not belong here".formatted(field));
        }
    }

    /** Text without a semicolon, which separates arguments on the wire; or none. */
    static void argument(String field, String value) {
        if (value == null) {
            return;
        }
        if (text(field, value, 0, MOST_ARGUMENT_BYTES).indexOf(';') >= 0) {
            throw new InvalidInstruction(
                    field, "%s 不能含有分号".formatted(field), "%s must not have a semicolon".formatted(field));
        }
    }

    /** So many bytes in hex. */
    static String hex(String field, String value, int least, int most) {
        String given = least == 0 && value == null ? "" : given(field, value);
        if (!given.matches("([0-9A-Fa-f]{2})*") || given.length() < 2 * least || given.length() > 2 * most) {
            throw new InvalidInstruction(
                    field,
                    "%s 应为 %d 到 %d 字节的十六进制".formatted(field, least, most),
                    "%s must be %d to %d bytes in hex".formatted(field, least, most));
        }
        return given.toLowerCase(Locale.ROOT);
    }

    /** So many bytes in Base64. */
    static void base64(String field, String value, int least, int most) {
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(given(field, value)).length;
        } catch (IllegalArgumentException e) {
            throw new InvalidInstruction(field, "%s 不是有效的 Base64".formatted(field), "%s is no Base64".formatted(field));
        }
        if (bytes < least || bytes > most) {
            throw new InvalidInstruction(
                    field,
                    "%s 应为 %d 到 %d 字节，收到 %d 字节".formatted(field, least, most, bytes),
                    "%s must have %d to %d bytes, got %d".formatted(field, least, most, bytes));
        }
    }

    /** Two times in their order; either may be left out. */
    static void period(String field, Instant from, Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInstruction(
                    field,
                    "%s（%s）应晚于开始时间 %s".formatted(field, to, from),
                    "%s (%s) must be after %s".formatted(field, to, from));
        }
    }

    /** No id twice. */
    static void distinct(String field, List<?> ids) {
        if (Set.copyOf(ids).size() < ids.size()) {
            throw new InvalidInstruction(field, "%s 中有重复的 id".formatted(field), "%s has an id twice".formatted(field));
        }
    }

    /** An id of ours, 1 to 4294967295. */
    static void id(String field, Long id) {
        range(field, id, 1, MOST_DWORD);
    }

    /** Ids of ours, none twice; none when left out. */
    static List<Long> ids(String field, List<Long> ids, int most) {
        List<Long> given = list(field, ids, 0, most);
        for (int i = 0; i < given.size(); i++) {
            id(field + "[" + i + "]", given.get(i));
        }
        distinct(field, given);
        return given;
    }

    static void degrees(String field, Double value, int most) {
        double given = given(field, value);
        if (!(Math.abs(given) <= most)) {
            throw new InvalidInstruction(
                    field,
                    "%s 应在 -%d 到 %d 度之间，收到 %s".formatted(field, most, most, given),
                    "%s must be -%d to %d degrees, got %s".formatted(field, most, most, given));
        }
    }

    /** Both or none. */
    static void together(String field, Object first, Object second) {
        if (first == null) {
            absent(field, second);
        } else {
            given(field, second);
        }
    }

    /** One of these; not every constant fits everywhere. */
    static <T> T oneOf(String field, T value, List<T> allowed) {
        if (!allowed.contains(value)) {
            throw new InvalidInstruction(
                    field,
                    "%s 应为 %s 之一，收到 %s".formatted(field, allowed, value),
                    "%s must be one of %s, got %s".formatted(field, allowed, value));
        }
        return value;
    }
}
