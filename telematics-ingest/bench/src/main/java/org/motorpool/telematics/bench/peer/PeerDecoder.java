package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.SchemaManager;
import io.github.yezhihao.protostar.schema.RuntimeSchema;
import io.github.yezhihao.protostar.util.ArrayMap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The least that decoding takes with the peer: it gets frames already cut out of the stream, and neither assembles split
 * messages nor repairs anything.
 */
public final class PeerDecoder {
    private static final byte MARK = 0x7d;

    private final SchemaManager bodies =
            new SchemaManager(PeerRegister.class, PeerAuthenticate.class, PeerLocation.class, PeerLocationBatch.class);
    private final ArrayMap<RuntimeSchema> headers = bodies.getRuntimeSchema(PeerMessage.class);

    /** The message between the two flags of {@code frame}. */
    @SuppressWarnings("unchecked")
    public PeerMessage decode(ByteBuf frame) {
        int flag = frame.readerIndex();
        ByteBuf plain = plain(frame.setIndex(flag + 1, frame.writerIndex() - 1));
        int start = plain.readerIndex();
        int end = plain.writerIndex() - 1;
        check(plain, start, end);
        int properties = plain.getUnsignedShort(start + 2);
        int version = properties >> 14 & 1;
        int body = start + (version == 0 ? 12 : 17) + ((properties >> 13 & 1) == 0 ? 0 : 4);
        RuntimeSchema<PeerMessage> schema = bodies.getRuntimeSchema(plain.getUnsignedShort(start), version);
        PeerMessage message = schema == null ? new PeerMessage() : schema.newInstance();
        headers.getOrDefault(version).mergeFrom(plain.writerIndex(body), message);
        plain.setIndex(body, end);
        return schema == null ? message : schema.mergeFrom(plain, message);
    }

    private static ByteBuf plain(ByteBuf escaped) {
        if (escaped.bytesBefore(MARK) < 0) {
            return escaped;
        }
        byte[] plain = new byte[escaped.readableBytes()];
        int length = 0;
        while (escaped.isReadable()) {
            byte value = escaped.readByte();
            plain[length++] = value == MARK ? (byte) (MARK - 1 + escaped.readByte()) : value;
        }
        return Unpooled.wrappedBuffer(plain).writerIndex(length);
    }

    private static void check(ByteBuf plain, int start, int end) {
        long sums = 0;
        int at = start;
        for (; at + Long.BYTES <= end + 1; at += Long.BYTES) {
            sums ^= plain.getLong(at);
        }
        sums ^= sums >>> 32;
        sums ^= sums >>> 16;
        sums ^= sums >>> 8;
        for (; at <= end; at++) {
            sums ^= plain.getByte(at);
        }
        if ((sums & 0xff) != 0) {
            throw new IllegalArgumentException("checksum of the frame at %d is wrong".formatted(start));
        }
    }
}
