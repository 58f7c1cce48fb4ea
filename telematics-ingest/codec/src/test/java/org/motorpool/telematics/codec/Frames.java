package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Frames for tests, spelled out from the standard. */
final class Frames {
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    /** 0x0002 of phone 13912345678 in the 2013 form. */
    static final String HEARTBEAT_2013 = hex(
            "7e", // flag
            "0002", // message id
            "0000", // body properties: no body
            "013912345678", // phone, BCD[6]
            "0007", // serial
            "35", // checksum: XOR of all before
            "7e");

    /** 0x0002 of phone 13912345678 in the 2019 form. */
    static final String HEARTBEAT_2019 = hex(
            "7e",
            "0002",
            "4000", // bit 14: 2019 header
            "01", // protocol version
            "00000000013912345678", // phone, BCD[10]
            "0007",
            "74",
            "7e");

    static final Address ADDRESS_2013 = Address.of(ProtocolVersion.V2013, "13912345678");
    static final Address ADDRESS_2019 = Address.of(ProtocolVersion.V2019, "13912345678");

    /** The location block of 0x0200, without items. */
    static final String LOCATION = hex(
            "00000001", // alarm: bit 0, emergency
            "00000003", // status: ignition on, valid fix
            "01dc3a40", // latitude 31.210048
            "073e9a80", // longitude 121.543296
            "000a", // altitude 10 m
            "0258", // speed 60.0 km/h
            "005a", // heading 90
            "261123100000"); // 2026-11-23 10:00:00 GMT+8

    /** What {@link #LOCATION} says. */
    static final Uplink.LocationReport REPORT = new Uplink.LocationReport(
            1, 3, 31.210048, 121.543296, 10, 60.0, 90, Instant.parse("2026-11-23T02:00:00Z"), List.of(), "");

    private Frames() {}

    /** A message of phone 13912345678 with serial 1 in the 2013 form. */
    static String frame2013(String messageId, String body) {
        return framed(messageId, "%04x".formatted(body.length() / 2), "013912345678", "0001", body);
    }

    /** A message of phone 13912345678 with serial 1 in the 2019 form. */
    static String frame2019(String messageId, String body) {
        return framed(
                messageId, "%04x".formatted(0x4000 | body.length() / 2), "01", "00000000013912345678", "0001", body);
    }

    /** The message is read from the body in the 2013 form, and written as the body. */
    static void readsAndWrites2013(String messageId, String body, Uplink message) {
        assertThat(uplink(frame2013(messageId, body))).isEqualTo(message);
        assertThat(encode(message, ADDRESS_2013, 1)).isEqualTo(frame2013(messageId, body));
    }

    /** The message is read from the body in the 2019 form, and written as the body. */
    static void readsAndWrites2019(String messageId, String body, Uplink message) {
        assertThat(uplink(frame2019(messageId, body))).isEqualTo(message);
        assertThat(encode(message, ADDRESS_2019, 1)).isEqualTo(frame2019(messageId, body));
    }

    /** The same in both forms. */
    static void readsAndWrites(String messageId, String body, Uplink message) {
        readsAndWrites2013(messageId, body, message);
        readsAndWrites2019(messageId, body, message);
    }

    static String hex(String... fields) {
        return String.join("", fields).replace(" ", "");
    }

    /** Escapes and adds checksum and flags to an un-escaped header and body. */
    static String framed(String... fields) {
        byte[] plain = HexFormat.of().parseHex(hex(fields));
        int checksum = 0;
        StringBuilder out = new StringBuilder("7e");
        for (byte value : plain) {
            checksum ^= value & 0xff;
            out.append(escaped(value & 0xff));
        }
        return out.append(escaped(checksum)).append("7e").toString();
    }

    private static String escaped(int value) {
        return switch (value) {
            case 0x7e -> "7d02";
            case 0x7d -> "7d01";
            default -> HexFormat.of().toHexDigits((byte) value);
        };
    }

    static List<Decoded> decode(String hex) {
        return new FrameDecoder(FrameRules.STRICT).decode(bytes(hex), NOW);
    }

    /** The only message in {@code hex}. */
    static Decoded.Frame frame(String hex) {
        List<Decoded> all = decode(hex);
        if (all.size() == 1 && all.getFirst() instanceof Decoded.Frame frame) {
            return frame;
        }
        throw new AssertionError("not one frame: " + all);
    }

    static Uplink uplink(String hex) {
        Decoded.Frame frame = frame(hex);
        return UplinkDecoder.decode(frame.header(), frame.body());
    }

    static Downlink downlink(String hex) {
        Decoded.Frame frame = frame(hex);
        return DownlinkDecoder.decode(frame.header(), frame.body());
    }

    static String encode(Message message, Address address, int serial) {
        ByteBuf out = Unpooled.buffer();
        FrameEncoder.encode(message, address, serial, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    }
}
