package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;

/** Writes frames, of platforms and of terminals. */
public final class FrameEncoder {
    /** The ten length bits of the body properties. */
    static final int MAX_BODY_BYTES = 1023;

    private static final int SPLIT_BIT = 1 << 13;
    private static final int VERSION_BIT = 1 << 14;

    private FrameEncoder() {}

    /**
     * Appends the frame of {@code message} to {@code out}; several when its body is longer than 1023 bytes.
     *
     * @param address the header form and phone number; for a reply those of the terminal, verbatim
     * @param serial running number of the first frame; the others follow, modulo 65536
     * @return the number of frames, which is the number of serials used
     */
    public static int encode(Message message, Address address, int serial, ByteBuf out) {
        ByteBuf body = out.alloc().heapBuffer(64);
        try {
            int messageId = BodyWriter.write(message, address.version(), body);
            int total = Math.max(1, (body.readableBytes() + MAX_BODY_BYTES - 1) / MAX_BODY_BYTES);
            for (int index = 1; index <= total; index++) {
                ByteBuf part = body.readSlice(Math.min(MAX_BODY_BYTES, body.readableBytes()));
                Frame frame = new Frame(messageId, address, serial + index - 1 & 0xffff, total, index);
                frame.write(part, out);
            }
            return total;
        } finally {
            body.release();
        }
    }

    private record Frame(int messageId, Address address, int serial, int total, int index) {

        void write(ByteBuf part, ByteBuf out) {
            ByteBuf plain = out.alloc().heapBuffer(32 + part.readableBytes());
            try {
                header(part.readableBytes(), plain);
                plain.writeBytes(part);
                escaped(plain, out);
            } finally {
                plain.release();
            }
        }

        private void header(int length, ByteBuf plain) {
            boolean versioned = address.version() == ProtocolVersion.V2019;
            plain.writeShort(messageId);
            plain.writeShort(length | (total > 1 ? SPLIT_BIT : 0) | (versioned ? VERSION_BIT : 0));
            if (versioned) {
                plain.writeByte(address.revision());
            }
            plain.writeBytes(HexFormat.of().parseHex(address.rawPhone()));
            plain.writeShort(serial);
            if (total > 1) {
                plain.writeShort(total);
                plain.writeShort(index);
            }
        }

        private static void escaped(ByteBuf plain, ByteBuf out) {
            int checksum = 0;
            out.writeByte(Escape.FLAG);
            while (plain.isReadable()) {
                int value = plain.readUnsignedByte();
                checksum ^= value;
                escaped(value, out);
            }
            escaped(checksum, out);
            out.writeByte(Escape.FLAG);
        }

        private static void escaped(int value, ByteBuf out) {
            if (value == Escape.FLAG || value == Escape.MARK) {
                out.writeByte(Escape.MARK);
                out.writeByte(value == Escape.FLAG ? 2 : 1);
            } else {
                out.writeByte(value);
            }
        }
    }
}
