package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;

/** Writes one frame: flags around it, escapes in it, its checksum at the end. */
final class EscapedWriter {
    private final Framing framing;
    private final ByteBuf out;
    private int checksum;

    EscapedWriter(Framing framing, ByteBuf out) {
        this.framing = framing;
        this.out = out;
    }

    void begin() {
        out.writeByte(framing.flag());
    }

    void u8(int value) {
        int plain = value & 0xff;
        checksum ^= plain;
        escaped(plain);
    }

    void u16(int value) {
        u8(value >> 8);
        u8(value);
    }

    void bytes(byte[] bytes) {
        for (byte value : bytes) {
            u8(value);
        }
    }

    void bytes(ByteBuf bytes) {
        while (bytes.isReadable()) {
            u8(bytes.readByte());
        }
    }

    void end() {
        escaped(checksum);
        out.writeByte(framing.flag());
    }

    private void escaped(int value) {
        int escape = framing.escape(value);
        if (escape < 0) {
            out.writeByte(value);
        } else {
            out.writeShort(escape);
        }
    }
}
