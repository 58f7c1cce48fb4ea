package org.motorpool.telematics.codec;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The terminal parameters of JT/T 808 (table 12 of 2013, table 11 of 2019), JT/T 1078, T/JSATL 12 and T/GDRTA 002, between
 * people and bytes.
 */
public final class TerminalParameters {
    private static final int MAX_BYTES = 255;
    private static final int FIRST_CAN_ID = 0x0110;
    private static final int LAST_CAN_ID = 0x01ff;

    private static final Map<Long, ParameterType> BY_ID =
            ParameterTable.ROWS.stream().collect(Collectors.toUnmodifiableMap(ParameterType::id, Function.identity()));

    private TerminalParameters() {}

    /** All that are known, by id; 0x0110 stands for those up to 0x01FF. */
    public static List<ParameterType> list() {
        return ParameterTable.ROWS;
    }

    /** What is known of a parameter; empty for one of a vendor. */
    public static Optional<ParameterType> find(long id) {
        if (id > FIRST_CAN_ID && id <= LAST_CAN_ID) {
            return find(FIRST_CAN_ID).map(type -> type.withId(id));
        }
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The parameter that {@code value} says: a number in decimal, or in hex behind 0x; a string as it is; bytes in hex, and
     * those of an unknown parameter too.
     */
    public static ParameterCheck check(long id, String value) {
        ParameterType type = find(id).orElseGet(() -> unknown(id));
        return switch (type.format()) {
            case BYTE, WORD, DWORD -> number(type, value);
            case STRING -> text(type, value);
            case BYTES -> bytes(type, value);
        };
    }

    /** The value of a parameter; raw when its length is not that of its type, for the length on the wire is right. */
    public static ParameterValue value(Parameter parameter) {
        ParameterType type = find(parameter.id()).orElseGet(() -> unknown(parameter.id()));
        int bytes = parameter.valueHex().length() / 2;
        if (type.bytes() != 0 && type.bytes() != bytes) {
            return new ParameterValue.Raw(parameter.valueHex());
        }
        return switch (type.format()) {
            case BYTE, WORD, DWORD -> new ParameterValue.Number(Long.parseLong(parameter.valueHex(), 16));
            case STRING -> text(parameter.valueHex());
            case BYTES -> new ParameterValue.Raw(parameter.valueHex());
        };
    }

    /** Bytes that are no text, as in the numbers that 2013 has where 2019 has strings, stay bytes. */
    private static ParameterValue text(String hex) {
        Body bytes = Body.ofHex(hex);
        String text = bytes.text(0, bytes.length());
        boolean readable = text.isEmpty() == hex.isEmpty() && text.chars().noneMatch(Character::isISOControl);
        return readable ? new ParameterValue.Text(text) : new ParameterValue.Raw(hex);
    }

    private static ParameterType unknown(long id) {
        return new ParameterType(id, ParameterFormat.BYTES, 0, "", "未知参数", "unknown parameter");
    }

    private static ParameterCheck number(ParameterType type, String value) {
        long number = parse(value);
        if (number < 0 || number > type.max()) {
            return refused(
                    type,
                    value,
                    "%s，应为 0 到 %d 的整数".formatted(type.format(), type.max()),
                    "a %s, must be a whole number from 0 to %d".formatted(type.format(), type.max()));
        }
        int digits = 2 * type.bytes();
        return accepted(type, String.format(Locale.ROOT, "%0" + digits + "x", number));
    }

    /** The number, −1 for none. */
    private static long parse(String value) {
        if (value.matches("0[xX][0-9a-fA-F]{1,8}")) {
            return Long.parseLong(value.substring(2), 16);
        }
        return value.matches("[0-9]{1,10}") ? Long.parseLong(value) : -1;
    }

    private static ParameterCheck text(ParameterType type, String value) {
        byte[] bytes = value.getBytes(Body.GBK);
        boolean readable = value.chars().noneMatch(Character::isISOControl);
        if (!readable || bytes.length > MAX_BYTES || !Body.writable(value)) {
            return refused(
                    type,
                    value,
                    "STRING，应为 GBK 字符，最多 %d 字节".formatted(MAX_BYTES),
                    "a STRING, must have characters of GBK and %d bytes at most".formatted(MAX_BYTES));
        }
        return accepted(type, HexFormat.of().formatHex(bytes));
    }

    private static ParameterCheck bytes(ParameterType type, String value) {
        String hex = value.toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        int bytes = hex.length() / 2;
        boolean readable = hex.matches("([0-9a-f]{2})*");
        if (readable && (type.bytes() == 0 ? bytes <= MAX_BYTES : bytes == type.bytes())) {
            return accepted(type, hex);
        }
        if (type.bytes() == 0) {
            return refused(
                    type,
                    value,
                    "BYTE[n]，应为十六进制字节，最多 %d 字节".formatted(MAX_BYTES),
                    "a BYTE[n], must be bytes in hex, %d at most".formatted(MAX_BYTES));
        }
        return refused(
                type,
                value,
                "BYTE[%d]，应为 %d 个十六进制字节".formatted(type.bytes(), type.bytes()),
                "a BYTE[%d], must be %d bytes in hex".formatted(type.bytes(), type.bytes()));
    }

    private static ParameterCheck accepted(ParameterType type, String hex) {
        return new ParameterCheck.Accepted(new Parameter(type.id(), hex));
    }

    private static ParameterCheck refused(ParameterType type, String value, String chinese, String english) {
        return new ParameterCheck.Refused(
                "参数 0x%04X（%s）为 %s，收到 (%s)".formatted(type.id(), type.chineseName(), chinese, value),
                "parameter 0x%04X (%s) is %s, got (%s)".formatted(type.id(), type.englishName(), english, value));
    }
}
