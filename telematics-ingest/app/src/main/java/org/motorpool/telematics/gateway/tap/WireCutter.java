package org.motorpool.telematics.gateway.tap;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Cuts the bytes of one direction of a connection into frames as they were on the wire, whatever is wrong with them. Bytes
 * outside of flags are passed on as they come: somebody wants to see those above all.
 */
final class WireCutter {

    private static final byte FLAG = 0x7e;
    /** More than any frame may have. */
    private static final int LONGEST_BYTES = 8192;

    private byte[] pending = new byte[256];
    private int length;
    private boolean inside;

    /** Reads a copy of what is readable, and leaves the buffer as it is. */
    void cut(ByteBuf bytes, Consumer<String> out) {
        for (int at = bytes.readerIndex(); at < bytes.writerIndex(); at++) {
            byte next = bytes.getByte(at);
            if (next == FLAG) {
                flag(out);
            } else {
                add(next, out);
            }
        }
        if (!inside) {
            flush(out);
        }
    }

    private void flag(Consumer<String> out) {
        if (inside && length > 0) {
            out.accept("7e" + taken() + "7e");
        } else {
            flush(out);
        }
        inside = true;
    }

    private void add(byte next, Consumer<String> out) {
        if (length == LONGEST_BYTES) {
            flush(out);
            inside = false;
        }
        if (length == pending.length) {
            pending = Arrays.copyOf(pending, Math.min(LONGEST_BYTES, length * 2));
        }
        pending[length++] = next;
    }

    private void flush(Consumer<String> out) {
        if (length > 0) {
            out.accept(taken());
        }
    }

    private String taken() {
        String hex = HexFormat.of().formatHex(pending, 0, length);
        length = 0;
        return hex;
    }
}
