package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a {@link FrameDecoder} is looking at. The decoders of a thread take turns with one window, so that a
 * connection on which nothing happens needs no arrays.
 */
final class Window {
    private static final int SMALLEST_BYTES = 8192;
    private static final int SHOWN_BYTES = 1024;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long FLAGS = 0x7e * ONES;
    private static final long MARKS = 0x7d * ONES;

    private static final ThreadLocal<Window> OF_THREAD = ThreadLocal.withInitial(Window::new);

    private final Thread owner = Thread.currentThread();
    private final HeaderReader headers = new HeaderReader();
    private byte[] bytes = new byte[0];
    private byte[] plain = new byte[0];
    private int end;
    private boolean taken;

    private int flagAt;
    private boolean marked;
    private int sum;

    private byte[] frame = bytes;
    private int frameFrom;
    private int frameEnd;

    private Window() {}

    /**
     * The window of this thread for frames of so many bytes; another one when a caller of ours looks at bytes, too.
     *
     * @param last the one that was taken before: nearly always the same again
     */
    static Window take(@Nullable Window last, int maxFrame_bytes) {
        Window window = last != null && last.owner == Thread.currentThread() ? last : OF_THREAD.get();
        if (window.taken) {
            window = new Window();
        }
        window.taken = true;
        int wanted = Math.max(SMALLEST_BYTES, 2 * maxFrame_bytes) + Long.BYTES;
        if (window.bytes.length < wanted) {
            window.bytes = new byte[wanted];
            window.plain = new byte[wanted];
        }
        return window;
    }

    void giveBack() {
        taken = false;
    }

    /** Begins with {@code length} bytes of {@code before} and goes on with as many of {@code in} as there is room for. */
    void fill(byte[] before, int length, ByteBuf in) {
        if (length > 0) {
            System.arraycopy(before, 0, bytes, 0, length);
        }
        int count = Math.min(in.readableBytes(), bytes.length - Long.BYTES - length);
        in.readBytes(bytes, length, count);
        end = length + count;
        bytes[end] = (byte) Framing.STANDARD.flag(); // so that looking for a flag needs no other end
    }

    byte[] bytes() {
        return bytes;
    }

    int end() {
        return end;
    }

    int u8(int at) {
        return bytes[at] & 0xff;
    }

    HeaderReader headers() {
        return headers;
    }

    /** Bytes for people to look at, cut when there are many. */
    String hex(int from, int to) {
        return HexFormat.of().formatHex(bytes, from, Math.min(to, from + SHOWN_BYTES));
    }

    /** Looks for the next flag and learns on the way what lies before it. */
    void scan(Framing framing, int from) {
        switch (framing) {
            case STANDARD -> scanStandard(from);
            case ALTERNATIVE -> scanAlternative(from);
        }
    }

    /** Where the flag is that {@link #scan} found, {@link #end} when it found none. */
    int flagAt() {
        return flagAt;
    }

    /** Undoes the escapes between {@code from} and the flag; false when they are wrong. */
    boolean unescape(Framing framing, int from) {
        if (!marked) {
            frame = bytes;
            frameFrom = from;
            frameEnd = flagAt;
            return true;
        }
        int length = Escape.remove(framing, bytes, from, flagAt, plain);
        frame = plain;
        frameFrom = 0;
        frameEnd = Math.max(0, length);
        sum = Escape.xor(plain, 0, frameEnd);
        return length >= 0;
    }

    /** The array with the frame that {@link #unescape} left. */
    byte[] frame() {
        return frame;
    }

    /** Where the frame begins: its first byte behind the flag. */
    int frameFrom() {
        return frameFrom;
    }

    /** Where the frame ends: its checksum is the byte before. */
    int frameEnd() {
        return frameEnd;
    }

    /** XOR of the frame with its checksum: 0 when that is right. */
    int sum() {
        return sum;
    }

    /** Eight bytes at a time, the first of them lowest. */
    private void scanStandard(int from) {
        long sums = 0;
        long marks = 0;
        int at = from;
        long word = (long) EIGHT.get(bytes, at);
        long flags = zeros(word ^ FLAGS);
        while (flags == 0) {
            sums ^= word;
            marks |= zeros(word ^ MARKS);
            at += Long.BYTES;
            word = (long) EIGHT.get(bytes, at);
            flags = zeros(word ^ FLAGS);
        }
        int bitsBefore = Long.numberOfTrailingZeros(flags) & -Byte.SIZE;
        long before = (1L << bitsBefore) - 1;
        flagAt = at + bitsBefore / Byte.SIZE;
        marked = (marks | zeros(word ^ MARKS) & before) != 0;
        sum = Escape.folded(sums ^ word & before);
    }

    private void scanAlternative(int from) {
        int at = from;
        boolean escapes = false;
        while (at < end && u8(at) != Framing.ALTERNATIVE.flag()) {
            escapes |= Framing.ALTERNATIVE.marks(u8(at));
            at++;
        }
        flagAt = at;
        marked = escapes;
        sum = Escape.xor(bytes, from, at);
    }

    /** The high bit of each byte that is 0, exact for the lowest of them; above it a byte that is 1 may look like one. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }
}
