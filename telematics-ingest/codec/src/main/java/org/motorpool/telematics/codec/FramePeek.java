package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;

/** Looks at frames without reading them, for who must know where bytes belong before they are decoded. */
public final class FramePeek {
    private static final byte FLAG = 0x7e;
    private static final byte MARK = 0x7d;

    private FramePeek() {}

    /** The bytes of the phone number, in hex, of the frame that {@code in} begins with; empty when it begins with none. */
    public static String phone(ByteBuf in) {
        byte[] header = new byte[phoneEnd(ProtocolVersion.V2019)];
        int length = unescape(in, header);
        ProtocolVersion version = (header[2] >> 6 & 1) == 1 ? ProtocolVersion.V2019 : ProtocolVersion.V2013;
        int end = phoneEnd(version);
        return length < end ? "" : HexFormat.of().formatHex(header, version.phoneAt(), end);
    }

    private static int phoneEnd(ProtocolVersion version) {
        return version.phoneAt() + Framing.STANDARD.phoneBytes(version);
    }

    /** Length in bytes of the frame that {@code in} begins with, both flags included; all that is there when it has no end. */
    public static int length(ByteBuf in) {
        int end = in.indexOf(in.readerIndex() + 1, in.writerIndex(), FLAG);
        return end < 0 ? in.readableBytes() : end + 1 - in.readerIndex();
    }

    /** Fills {@code header} with what follows the first flag and answers how many bytes there were. */
    private static int unescape(ByteBuf in, byte[] header) {
        int at = in.readerIndex();
        int end = in.writerIndex();
        if (at == end || in.getByte(at++) != FLAG) {
            return 0;
        }
        int length = 0;
        while (length < header.length && at < end && in.getByte(at) != FLAG) {
            byte value = in.getByte(at++);
            boolean escaped = value == MARK && at < end;
            header[length++] = escaped ? (byte) (MARK - 1 + in.getByte(at++)) : value;
        }
        return length;
    }
}
