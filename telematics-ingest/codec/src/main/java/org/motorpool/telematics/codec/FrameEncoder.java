package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;
import java.util.Optional;

/** Writes frames, of platforms and of terminals. */
public final class FrameEncoder {
    /** The ten length bits of the body properties. */
    static final int MAX_BODY_BYTES = 1023;

    private FrameEncoder() {}

    /**
     * Appends the frame of {@code message} to {@code out}; several when its body is longer than 1023 bytes.
     *
     * @param address the header form and phone number; for a reply those of the terminal, verbatim
     * @param serial running number of the first frame; the others follow, modulo 65536
     * @return the number of frames, which is the number of serials used
     * @throws IllegalArgumentException when {@link #findProblem} finds one
     */
    public static int encode(Message message, Address address, int serial, ByteBuf out) {
        ByteBuf body = out.alloc().heapBuffer(64);
        try {
            int messageId = BodyWriter.write(message, address.version(), body);
            int total = Math.max(1, (body.readableBytes() + MAX_BODY_BYTES - 1) / MAX_BODY_BYTES);
            for (int index = 1; index <= total; index++) {
                ByteBuf part = body.readSlice(Math.min(MAX_BODY_BYTES, body.readableBytes()));
                new FrameHead(messageId, address, serial + index - 1 & 0xffff, total, index).write(part, out);
            }
            return total;
        } finally {
            body.release();
        }
    }

    /** Why {@code message} cannot be sent in this version: field, value and limits; empty when it can. */
    public static Optional<String> findProblem(Message message, ProtocolVersion version) {
        return Optional.ofNullable(BodyWriter.problem(message, version));
    }

    /**
     * What a frame says before its body.
     *
     * @param total parts of the message, 1 when it is not split
     */
    record FrameHead(int messageId, Address address, int serial, int total, int index) {
        private static final int SPLIT_BIT = 1 << 13;
        private static final int VERSION_BIT = 1 << 14;

        /** Appends the frame with this body. */
        void write(ByteBuf part, ByteBuf out) {
            EscapedWriter frame = new EscapedWriter(address.framing(), out);
            frame.begin();
            frame.u16(messageId);
            properties(part.readableBytes(), frame);
            frame.bytes(HexFormat.of().parseHex(address.rawPhone()));
            serial(frame);
            if (total > 1) {
                frame.u16(total);
                frame.u16(index);
            }
            frame.bytes(part);
            frame.end();
        }

        private void properties(int length, EscapedWriter frame) {
            int bits = length | (total > 1 ? SPLIT_BIT : 0);
            switch (address.version()) {
                case V2013 -> frame.u16(bits);
                case V2019 -> {
                    frame.u16(bits | VERSION_BIT);
                    frame.u8(address.revision());
                }
            }
        }

        private void serial(EscapedWriter frame) {
            if (HeaderForm.hasShortSerial(messageId)) {
                frame.u8(serial);
            } else {
                frame.u16(serial);
            }
        }
    }
}
