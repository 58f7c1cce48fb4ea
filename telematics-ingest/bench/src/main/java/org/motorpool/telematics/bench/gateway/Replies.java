package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Reads the general replies (0x8001) out of what the gateway sends; keeps the beginning of a frame that is not whole. */
final class Replies {
    private static final int GENERAL_REPLY = 0x8001;
    private static final int BODY_BYTES = 5;
    private static final int MOST_BYTES = 1200;
    private static final byte FLAG = 0x7e;
    private static final byte MARK = 0x7d;

    private final Sink sink;
    private byte[] frame = new byte[40];
    private int length;
    private boolean marked;

    /** Takes the replies. */
    interface Sink {
        void reply(long phone, int serial, int messageId, int result);
    }

    Replies(Sink sink) {
        this.sink = sink;
    }

    void read(ByteBuf in) {
        in.forEachByte(value -> {
            take(value);
            return true;
        });
    }

    private void take(byte value) {
        if (value == FLAG) {
            end();
        } else if (value == MARK) {
            marked = true;
        } else {
            append(marked ? (byte) (MARK + value - 1 & 0xff) : value);
            marked = false;
        }
    }

    private void append(byte value) {
        if (length == MOST_BYTES) {
            throw new IllegalStateException("the gateway sent a frame of more than %d bytes".formatted(MOST_BYTES));
        }
        if (length == frame.length) {
            frame = Arrays.copyOf(frame, 2 * length);
        }
        frame[length++] = value;
    }

    private void end() {
        if (length > 0) {
            check();
            read();
        }
        length = 0;
        marked = false;
    }

    private void check() {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum ^= frame[i];
        }
        if ((sum & 0xff) != 0) {
            throw new IllegalStateException("the gateway sent a wrong checksum");
        }
    }

    /** Messages other than 0x8001 are none of the benchmark's business. */
    private void read() {
        boolean versioned = (frame[2] >> 6 & 1) != 0;
        int body = versioned ? 17 : 12;
        if (word(0) != GENERAL_REPLY || length < body + BODY_BYTES + 1) {
            return;
        }
        int phone = versioned ? 5 : 4;
        sink.reply(digits(phone, body - 2), word(body), word(body + 2), frame[body + 4] & 0xff);
    }

    private int word(int at) {
        return (frame[at] & 0xff) << 8 | frame[at + 1] & 0xff;
    }

    private long digits(int from, int to) {
        long digits = 0;
        for (int i = from; i < to; i++) {
            digits = digits * 100 + (frame[i] >> 4 & 15) * 10 + (frame[i] & 15);
        }
        return digits;
    }
}
