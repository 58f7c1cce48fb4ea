package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.motorpool.telematics.codec.ProtocolVersion;

/** Writes the frames of the terminals: a template of each kind, in which the fields that differ are overwritten. */
final class Frames {
    static final int LOCATION_REPORT = 0x0200;
    static final int AUTHENTICATE = 0x0102;

    private static final ZoneOffset GMT8 = ZoneOffset.ofHours(8);
    private static final int CODE_BYTES = 12;
    private static final int TIME_BYTES = 6;
    private static final String BODY = "00000000" // no alarm
            + "00000003" // ignition, fix
            + "00000000" // latitude, millionths of a degree
            + "00000000" // longitude
            + "000c" // altitude, metres
            + "0190" // speed, tenths of km/h
            + "005a" // direction, degrees
            + "000000000000" // time, BCD, GMT+8
            + "01040001e240" // mileage, tenths of a kilometre
            + "020201c2" // fuel, tenths of a litre
            + "03020190" // speed by the recorder
            + "30011f" // signal strength
            + "31010c"; // satellites
    private static final String IMEI_AND_SOFTWARE = "00".repeat(15 + 20);

    private final Roster roster;
    private final Template report2013 = Template.of(ProtocolVersion.V2013, LOCATION_REPORT, BODY);
    private final Template report2019 = Template.of(ProtocolVersion.V2019, LOCATION_REPORT, BODY);
    private final Template authenticate2013 = Template.of(ProtocolVersion.V2013, AUTHENTICATE, "00".repeat(CODE_BYTES));
    private final Template authenticate2019 = Template.of(
            ProtocolVersion.V2019,
            AUTHENTICATE,
            "%02x".formatted(CODE_BYTES) + "00".repeat(CODE_BYTES) + IMEI_AND_SOFTWARE);
    private final byte[] time = new byte[TIME_BYTES];
    private int timeOf = -1;

    Frames(Roster roster) {
        this.roster = roster;
    }

    /** Bytes of a message before escaping, the last one for the checksum; {@code header} of them before the body. */
    private static final class Template {
        private final byte[] plain;
        private final int header;

        private Template(byte[] plain, int header) {
            this.plain = plain;
            this.header = header;
        }

        static Template of(ProtocolVersion version, int messageId, String body) {
            String header =
                    switch (version) {
                        case V2013 -> "%04x%04x".formatted(messageId, body.length() / 2) + "00".repeat(6) + "0000";
                        case V2019 ->
                            "%04x%04x01".formatted(messageId, body.length() / 2 | 1 << 14) + "00".repeat(10) + "0000";
                    };
            return new Template(HexFormat.of().parseHex(header + body + "00"), header.length() / 2);
        }

        Template address(long phone, int serial) {
            long digits = phone;
            for (int at = header - 3; digits > 0; at--) {
                plain[at] = bcd((int) (digits % 100));
                digits /= 100;
            }
            plain[header - 2] = (byte) (serial >> 8);
            plain[header - 1] = (byte) serial;
            return this;
        }

        Template dword(int at, int value) {
            for (int i = 0; i < Integer.BYTES; i++) {
                plain[header + at + i] = (byte) (value >> 24 - 8 * i);
            }
            return this;
        }

        Template bytes(int at, byte[] value) {
            System.arraycopy(value, 0, plain, header + at, value.length);
            return this;
        }

        void write(ByteBuf out) {
            plain[plain.length - 1] = Wire.checksum(plain);
            Wire.frame(plain, out);
        }
    }

    /** 0x0200, with the serial of the report. */
    void report(int terminal, int number, ByteBuf out) {
        Template template =
                switch (roster.version(terminal)) {
                    case V2013 -> report2013;
                    case V2019 -> report2019;
                };
        template.address(roster.phone(terminal), Serials.ofReport(number))
                .dword(8, roster.latitude_e6(terminal, number))
                .dword(12, roster.longitude_e6(terminal, number))
                .bytes(22, time(number))
                .write(out);
    }

    /** 0x0102, sent when report {@code next} is the next new one. */
    void authenticate(int terminal, int next, ByteBuf out) {
        byte[] code = roster.code(terminal).getBytes(StandardCharsets.US_ASCII);
        Template template =
                switch (roster.version(terminal)) {
                    case V2013 -> authenticate2013.bytes(0, code);
                    case V2019 -> authenticate2019.bytes(1, code);
                };
        template.address(roster.phone(terminal), Serials.before(next)).write(out);
    }

    /** Terminals take turns, so the same time is asked for again and again. */
    private byte[] time(int number) {
        if (number != timeOf) {
            OffsetDateTime local =
                    Instant.ofEpochSecond(roster.reportedAt_s(number)).atOffset(GMT8);
            time[0] = bcd(local.getYear() % 100);
            time[1] = bcd(local.getMonthValue());
            time[2] = bcd(local.getDayOfMonth());
            time[3] = bcd(local.getHour());
            time[4] = bcd(local.getMinute());
            time[5] = bcd(local.getSecond());
            timeOf = number;
        }
        return time;
    }

    private static byte bcd(int value) {
        return (byte) (value / 10 << 4 | value % 10);
    }
}
