package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The immutable bytes of a message body, read big-endian as the standard has it. */
public final class Body {
    static final Charset GBK = Charset.forName("GBK");
    private static final byte DELETE = 0x7f;
    static final Body EMPTY = wrap(new byte[0]);

    /** A byte that no GBK character begins with, so it is read as {@link #UNREADABLE} again. */
    private static final byte NO_GBK = (byte) 0x80;

    /** What a decoder puts where bytes are no character. */
    private static final char UNREADABLE = '\ufffd';

    private static final HexFormat HEX = HexFormat.of();
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DWORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private final int end;

    private Body(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** The bytes that {@code hex} says. */
    public static Body ofHex(String hex) {
        return wrap(HEX.parseHex(hex));
    }

    /** Takes the array over: the caller must not write to it again. */
    static Body wrap(byte[] bytes) {
        return new Body(bytes, 0, bytes.length);
    }

    /** Bytes of an array that will be written again: only good until then. */
    static Body lend(byte[] bytes, int from, int to) {
        return new Body(bytes, from, to);
    }

    /** The GBK bytes of a string; what could not be read stays what cannot be read. */
    static byte[] gbk(String text) {
        if (text.indexOf(UNREADABLE) < 0) {
            return text.getBytes(GBK);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        int from = 0;
        for (int at = text.indexOf(UNREADABLE); at >= 0; at = text.indexOf(UNREADABLE, from)) {
            out.writeBytes(text.substring(from, at).getBytes(GBK));
            out.write(NO_GBK);
            from = at + 1;
        }
        out.writeBytes(text.substring(from).getBytes(GBK));
        return out.toByteArray();
    }

    /** Whether GBK has all characters of a string; those that could not be read do not count. */
    static boolean writable(String text) {
        return GBK.newEncoder().canEncode(text.replace(String.valueOf(UNREADABLE), ""));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** Some of these bytes as a body of their own, without a copy. */
    Body part(int from, int to) {
        return new Body(bytes, start + from, start + to);
    }

    /** Number of bytes. */
    public int length() {
        return end - start;
    }

    /** All bytes in lower-case hex. */
    public String hex() {
        return HEX.formatHex(bytes, start, end);
    }

    String hex(int from, int to) {
        return from == to ? "" : HEX.formatHex(bytes, start + from, start + to);
    }

    int u8(int at) {
        return bytes[start + at] & 0xff;
    }

    int u16(int at) {
        return i16(at) & 0xffff;
    }

    int i16(int at) {
        return (short) WORD.get(bytes, start + at);
    }

    long u32(int at) {
        return (int) DWORD.get(bytes, start + at) & 0xffff_ffffL;
    }

    /** All bytes as one number. */
    long number() {
        long number = 0;
        for (int at = start; at < end; at++) {
            number = number << Byte.SIZE | bytes[at] & 0xff;
        }
        return number;
    }

    /** A GBK string without the padding (NUL, blank, 0xFF) on both sides. */
    String text(int from, int to) {
        int first = start + from;
        int last = start + to;
        while (first < last && padding(bytes[first])) {
            first++;
        }
        while (last > first && padding(bytes[last - 1])) {
            last--;
        }
        return new String(bytes, first, last - first, ascii(first, last) ? StandardCharsets.ISO_8859_1 : GBK);
    }

    /** Whether the bytes are GBK characters to be printed, at least one, with nothing but zeros behind them. */
    boolean isText() {
        int last = end;
        while (last > start && bytes[last - 1] == 0) {
            last--;
        }
        boolean foreign = false;
        for (int at = start; at < last; at++) {
            if (bytes[at] >= 0 && bytes[at] < ' ' || bytes[at] == DELETE || padding(bytes[at]) && outermost(at, last)) {
                return false;
            }
            foreign |= bytes[at] < 0;
        }
        return last > start && (!foreign || roundTrips(last));
    }

    private boolean outermost(int at, int last) {
        return at == start || at == last - 1;
    }

    private boolean roundTrips(int last) {
        byte[] again = new String(bytes, start, last - start, GBK).getBytes(GBK);
        return Arrays.equals(again, 0, again.length, bytes, start, last);
    }

    /** The same bytes in an array of their own. */
    Body copy() {
        return wrap(bytes());
    }

    void writeTo(ByteBuf out, int from, int to) {
        out.writeBytes(bytes, start + from, to - from);
    }

    void copyTo(int at, byte[] target) {
        System.arraycopy(bytes, start, target, at, length());
    }

    /** These are read without a decoder, which takes its time. */
    private boolean ascii(int from, int to) {
        int all = 0;
        for (int at = from; at < to; at++) {
            all |= bytes[at];
        }
        return all >= 0;
    }

    private static boolean padding(byte value) {
        return value == 0 || value == ' ' || value == (byte) 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, start, end, body.bytes, body.start, body.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Body[" + hex() + "]";
    }
}
