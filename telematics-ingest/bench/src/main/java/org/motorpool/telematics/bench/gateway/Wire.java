package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;

/** Puts a message on the wire: checksum, escapes, flags. */
final class Wire {
    static final byte FLAG = 0x7e;
    static final byte MARK = 0x7d;

    private Wire() {}

    /** The XOR of all bytes but the last, which is the place for it. */
    static byte checksum(byte[] plain) {
        byte checksum = 0;
        for (int i = 0; i < plain.length - 1; i++) {
            checksum ^= plain[i];
        }
        return checksum;
    }

    /** The bytes between flags. Most have nothing to escape and go out in one piece. */
    static void frame(byte[] plain, ByteBuf out) {
        out.writeByte(FLAG);
        int from = 0;
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] == FLAG || plain[i] == MARK) {
                out.writeBytes(plain, from, i - from);
                out.writeByte(MARK);
                out.writeByte(plain[i] == FLAG ? 2 : 1);
                from = i + 1;
            }
        }
        out.writeBytes(plain, from, plain.length - from);
        out.writeByte(FLAG);
    }
}
