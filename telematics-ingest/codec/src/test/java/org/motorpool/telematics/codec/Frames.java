package org.motorpool.telematics.codec;

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

    private Frames() {}

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
