package org.motorpool.telematics.bench;

import java.nio.charset.Charset;
import java.util.HexFormat;

/** A vehicle on its way, whose messages are spelled out from the standard. */
final class Terminal {
    private static final Charset GBK = Charset.forName("GBK");
    private static final HexFormat HEX = HexFormat.of();

    private final int number;
    private final boolean v2019;
    private int serial;

    Terminal(int number, boolean v2019) {
        this.number = number;
        this.v2019 = v2019;
    }

    /** 0x0100. */
    byte[] register() {
        return message(
                0x0100,
                "001f", // province 31, Shanghai
                "0073", // city
                padded("MPOOL", v2019 ? 11 : 5), // manufacturer
                padded("MT-808", v2019 ? 30 : 20), // model
                padded("T%06d".formatted(number), v2019 ? 30 : 7), // terminal id
                "01", // plate colour: blue
                text("沪A%05d".formatted(number)));
    }

    /** 0x0102. */
    byte[] authenticate() {
        String code = text("c0de%08d".formatted(number));
        return v2019
                ? message(
                        0x0102,
                        "0c", // length of the code
                        code,
                        text("86%013d".formatted(number)), // IMEI
                        padded("1.4.2", 20)) // software version
                : message(0x0102, code);
    }

    /** 0x0002. */
    byte[] heartbeat() {
        return message(0x0002);
    }

    /** 0x0200 with the items that most terminals send. */
    byte[] location(int step) {
        return message(0x0200, position(step), standardItems(step));
    }

    /** 0x0200 with what an active-safety terminal adds. */
    byte[] locationWithVendorItems(int step) {
        return message(
                0x0200,
                position(step),
                standardItems(step),
                "2504 00000003", // lights
                "2a02 0001", // deep sleep
                "2b04 00c80190", // analog inputs
                "eb0c 000c00b2 8986011234567890", // vendor: SIM card
                "e102 0d05"); // vendor: battery
    }

    /** 0x0704, what a terminal kept while it was out of reach. */
    byte[] batch(int step) {
        StringBuilder body = new StringBuilder("000501"); // five reports, from a blind zone
        for (int i = 0; i < 5; i++) {
            body.append("0030").append(position(step + i)).append(standardItems(step + i));
        }
        return message(0x0704, body.toString());
    }

    private String position(int step) {
        return String.join(
                "",
                "00000000", // no alarm
                "00000003", // ignition, fix
                dword(31_230_000 + number * 1000 + step * 97), // latitude, millionths of a degree
                dword(121_470_000 + number * 1000 + step * 131), // longitude
                word(12 + step % 7), // altitude, metres
                word(300 + step * 13 % 900), // speed, tenths of km/h
                word(step * 29 % 360), // direction, degrees
                "2611230%d%02d%02d".formatted(8 + step / 60 % 2, step % 60, number % 60)); // time, BCD, GMT+8
    }

    private String standardItems(int step) {
        return String.join(
                "",
                "0104" + dword(123_456 + step), // mileage, tenths of a kilometre
                "0202" + word(455 - step % 50), // fuel, tenths of a litre
                "0302" + word(298 + step * 13 % 900), // speed by the recorder
                "3001" + "1f", // signal strength
                "3101" + "%02x".formatted(9 + step % 8)); // satellites
    }

    private byte[] message(int id, String... fields) {
        String body = String.join("", fields).replace(" ", "");
        String header = word(id)
                + word(body.length() / 2 | (v2019 ? 1 << 14 : 0)) // body length; bit 14: 2019
                + (v2019 ? "01" + "%020d".formatted(phone()) : "%012d".formatted(phone())) // version, phone, BCD
                + word(serial++);
        return framed(HEX.parseHex(header + body));
    }

    private long phone() {
        return 13_900_000_000L + number;
    }

    /** Adds the checksum, escapes, and sets flags before and after. */
    private static byte[] framed(byte[] plain) {
        StringBuilder out = new StringBuilder("7e");
        int checksum = 0;
        for (byte value : plain) {
            checksum ^= value & 0xff;
            out.append(escaped(value & 0xff));
        }
        return HEX.parseHex(out.append(escaped(checksum)).append("7e"));
    }

    private static String escaped(int value) {
        return switch (value) {
            case 0x7e -> "7d02";
            case 0x7d -> "7d01";
            default -> HEX.toHexDigits((byte) value);
        };
    }

    private static String padded(String value, int bytes) {
        return text(value) + "00".repeat(bytes - value.length());
    }

    private static String text(String value) {
        return HEX.formatHex(value.getBytes(GBK));
    }

    private static String word(int value) {
        return "%04x".formatted(value);
    }

    private static String dword(int value) {
        return "%08x".formatted(value);
    }
}
