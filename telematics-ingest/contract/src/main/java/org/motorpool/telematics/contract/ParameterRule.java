package org.motorpool.telematics.contract;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the value of a terminal parameter may be: table 12 of JT/T 808-2013, table 13 of 2019, table 2 of JT/T 1078-2016,
 * T/JSATL 12-2017.
 *
 * @param id of the first parameter
 * @param lastId of the last one with this rule
 * @param least smallest number, or fewest bytes
 * @param most greatest number, or most bytes
 */
public record ParameterRule(long id, long lastId, Form form, long least, long most) {

    /** How a value is written, on the wire and by people. */
    public enum Form {
        /** A number of one byte. */
        BYTE(1),
        /** A number of two bytes. */
        WORD(2),
        /** A number of four bytes. */
        DWORD(4),
        /** Text in GBK. */
        TEXT(0),
        /** Bytes, by people in hex. */
        BYTES(0);

        private final int bytes;

        Form(int bytes) {
            this.bytes = bytes;
        }

        boolean number() {
            return bytes > 0;
        }
    }

    private static final Charset GBK = Charset.forName("GBK");
    private static final long MOST_DWORD = 0xffff_ffffL;
    private static final int MOST_BYTES = 255;
    private static final TreeMap<Long, ParameterRule> BY_ID = new TreeMap<>();

    static {
        standard().forEach(rule -> BY_ID.put(rule.id(), rule));
        video().forEach(rule -> BY_ID.put(rule.id(), rule));
        vendors().forEach(rule -> BY_ID.put(rule.id(), rule));
    }

    /** All rules; the last ones are those of the vendors' parameters, 0xF000 to 0xFFFF. */
    public static List<ParameterRule> list() {
        return List.copyOf(BY_ID.values());
    }

    /** The rule of a parameter; empty when no standard knows it. */
    public static Optional<ParameterRule> find(long id) {
        return Optional.ofNullable(BY_ID.floorEntry(id))
                .map(Map.Entry::getValue)
                .filter(rule -> id <= rule.lastId());
    }

    /** The value on the wire in hex; {@link InvalidInstruction} when it breaks the rule. */
    public String encode(String value) {
        return switch (form) {
            case BYTE, WORD, DWORD -> ("%0" + 2 * form.bytes + "x").formatted(number(value));
            case TEXT ->
                HexFormat.of()
                        .formatHex(Check.text("value", value, (int) least, (int) most)
                                .getBytes(GBK));
            case BYTES -> Check.hex("value", value, (int) least, (int) most);
        };
    }

    /** The value of the wire as people write it; in hex when its length is not that of the form, as devices have it. */
    public String decode(String hex) {
        return switch (form) {
            case BYTE, WORD, DWORD -> hex.length() == 2 * form.bytes ? Long.toString(Long.parseLong(hex, 16)) : hex;
            case TEXT -> new String(HexFormat.of().parseHex(hex), GBK).replace("\0", "");
            case BYTES -> hex;
        };
    }

    private long number(String value) {
        String digits = Check.given("value", value).strip();
        if (digits.matches("0[xX][0-9a-fA-F]{1,8}")) {
            return Check.range("value", Long.valueOf(digits.substring(2), 16), least, most);
        }
        if (!digits.matches("[0-9]{1,10}")) {
            throw new InvalidInstruction(
                    "value",
                    "value 应为 %d 到 %d 之间的整数，收到“%s”".formatted(least, most, value),
                    "value must be a whole number from %d to %d, got \"%s\"".formatted(least, most, value));
        }
        return Check.range("value", Long.valueOf(digits), least, most);
    }

    private static List<ParameterRule> standard() {
        List<ParameterRule> rules = new ArrayList<>(List.of(
                // connection: heartbeat, time-outs and retries of TCP, UDP, SMS
                dwords(0x0001, 0x0007),
                // main and backup server: APN, user, password, address
                texts(0x0010, 0x0017),
                dwords(0x0018, 0x0019, 0, 65_535),
                texts(0x001a, 0x001a),
                dwords(0x001b, 0x001c, 0, 65_535),
                texts(0x001d, 0x001d),
                // reporting: 0 by time, 1 by distance, 2 by both; scheme 0 by ignition
                dwords(0x0020, 0x0020, 0, 2),
                dwords(0x0021, 0x0021, 0, 1),
                dwords(0x0022, 0x0022),
                // 2019: slave server
                texts(0x0023, 0x0026),
                dwords(0x0027, 0x0029),
                dwords(0x002c, 0x002f),
                dwords(0x0030, 0x0030, 0, 180),
                word(0x0031, 65_535),
                // 2019: hours without driving, hh mm hh mm
                bytes(0x0032, 0x0032, 4, 4),
                // telephone
                texts(0x0040, 0x0044),
                dwords(0x0045, 0x0045, 0, 1),
                dwords(0x0046, 0x0047),
                texts(0x0048, 0x0049)));
        rules.addAll(driving());
        return rules;
    }

    private static List<ParameterRule> driving() {
        return List.of(
                // alarm masks and switches
                dwords(0x0050, 0x0054),
                // speed and fatigue
                dwords(0x0055, 0x005a),
                word(0x005b, 65_535),
                word(0x005c, 65_535),
                word(0x005d, 65_535),
                word(0x005e, 65_535),
                // timed and distance photos
                dwords(0x0064, 0x0065),
                // pictures: quality, brightness, contrast, saturation, chroma
                dwords(0x0070, 0x0070, 1, 10),
                dwords(0x0071, 0x0071, 0, 255),
                dwords(0x0072, 0x0073, 0, 127),
                dwords(0x0074, 0x0074, 0, 255),
                // odometer, 0.1 km
                dwords(0x0080, 0x0080),
                word(0x0081, 65_535),
                word(0x0082, 65_535),
                texts(0x0083, 0x0083),
                octet(0x0084, 255),
                // GNSS: systems, baud rate, output rate, collection, upload
                octet(0x0090, 15),
                octet(0x0091, 5),
                octet(0x0092, 4),
                dwords(0x0093, 0x0093),
                octet(0x0094, 13),
                dwords(0x0095, 0x0095),
                // CAN: collection and upload of channels 1 and 2, single ids
                dwords(0x0100, 0x0100),
                word(0x0101, 65_535),
                dwords(0x0102, 0x0102),
                word(0x0103, 65_535),
                bytes(0x0110, 0x01ff, 8, 8));
    }

    private static List<ParameterRule> video() {
        return List.of(
                bytes(0x0075, 0x0075, 21, 21),
                bytes(0x0076, 0x0076, 3, MOST_BYTES),
                bytes(0x0077, 0x0077, 1, MOST_BYTES),
                bytes(0x0079, 0x0079, 3, 3),
                dwords(0x007a, 0x007a),
                bytes(0x007b, 0x007b, 2, 2),
                bytes(0x007c, 0x007c, 20, 20));
    }

    /** Among them active safety, 0xF364 to 0xF370; the last one is the version of the protocol. */
    private static List<ParameterRule> vendors() {
        return List.of(bytes(0xf000, 0xf36f, 0, MOST_BYTES), octet(0xf370, 255), bytes(0xf371, 0xffff, 0, MOST_BYTES));
    }

    private static ParameterRule dwords(long id, long lastId) {
        return dwords(id, lastId, 0, MOST_DWORD);
    }

    private static ParameterRule dwords(long id, long lastId, long least, long most) {
        return new ParameterRule(id, lastId, Form.DWORD, least, most);
    }

    private static ParameterRule word(long id, long most) {
        return new ParameterRule(id, id, Form.WORD, 0, most);
    }

    private static ParameterRule octet(long id, long most) {
        return new ParameterRule(id, id, Form.BYTE, 0, most);
    }

    private static ParameterRule texts(long id, long lastId) {
        return new ParameterRule(id, lastId, Form.TEXT, 0, MOST_BYTES);
    }

    private static ParameterRule bytes(long id, long lastId, long least, long most) {
        return new ParameterRule(id, lastId, Form.BYTES, least, most);
    }

    /** The number of an id that people write like 0x0029; {@link InvalidInstruction} when no standard knows it. */
    static long id(String field, String id) {
        String given = Check.given(field, id).strip().toLowerCase(Locale.ROOT);
        if (given.matches("0x[0-9a-f]{1,8}")
                && find(Long.parseLong(given.substring(2), 16)).isPresent()) {
            return Long.parseLong(given.substring(2), 16);
        }
        throw new InvalidInstruction(
                field,
                "%s 应为标准中的参数 ID，例如 0x0029，或厂商参数 0xF000 到 0xFFFF，收到“%s”".formatted(field, id),
                "%s must be the id of a parameter of the standard like 0x0029, or a vendor's from 0xF000 to 0xFFFF, got \"%s\""
                        .formatted(field, id));
    }
}
