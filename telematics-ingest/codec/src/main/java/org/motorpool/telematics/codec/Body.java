package org.motorpool.telematics.codec;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** The immutable bytes of a message body, read big-endian as the standard has it. */
public final class Body {
    static final Charset GBK = Charset.forName("GBK");
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes that {@code hex} says. */
    public static Body ofHex(String hex) {
        return new Body(HEX.parseHex(hex));
    }

    /** Takes the array over: the caller must not write to it again. */
    static Body wrap(byte[] bytes) {
        return new Body(bytes);
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** All bytes in lower-case hex. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    String hex(int from, int to) {
        return HEX.formatHex(bytes, from, to);
    }

    int u8(int at) {
        return bytes[at] & 0xff;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int i16(int at) {
        return (short) u16(at);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** A GBK string without the padding (NUL, blank, 0xFF) on both sides. */
    String text(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && padding(bytes[start])) {
            start++;
        }
        while (end > start && padding(bytes[end - 1])) {
            end--;
        }
        return new String(bytes, start, end - start, GBK);
    }

    void copyTo(int at, byte[] target) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    private static boolean padding(byte value) {
        return value == 0 || value == ' ' || value == (byte) 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Body[" + hex() + "]";
    }
}
