package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;

/**
 * A packet of file data of T/JSATL 12-2017 on its way in: 30 31 63 64, the file's name in 50 bytes, a DWORD each of offset
 * and length, then the data as they are, without escapes or flags.
 */
final class AttachmentPacket {
    static final int HEAD_BYTES = 62;
    static final int FIRST = 0x30;

    private static final byte[] MAGIC = {FIRST, 0x31, 0x63, 0x64};
    private static final int NAME_END = 54;

    private final @Nullable String name;
    private long offset;
    private long left;

    private AttachmentPacket(@Nullable String name, long offset, long left) {
        this.name = name;
        this.offset = offset;
        this.left = left;
    }

    /** Whether the bytes are the beginning of a packet; so are fewer than four, as long as more may follow. */
    static boolean begins(byte[] bytes, int from, int to) {
        for (int i = 0; i < MAGIC.length && from + i < to; i++) {
            if (bytes[from + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** The packet whose head the bytes are. */
    static AttachmentPacket of(Body head) {
        return new AttachmentPacket(
                head.text(MAGIC.length, NAME_END), head.u32(NAME_END), head.u32(NAME_END + Integer.BYTES));
    }

    /** The same packet, of which nothing is wanted. */
    AttachmentPacket unwanted() {
        return new AttachmentPacket(null, offset, left);
    }

    /** Bytes of data that have not come. */
    long left() {
        return left;
    }

    /** The next of its data, as many bytes as there are of them; null when nobody wants them. */
    Decoded.@Nullable AttachmentData take(byte[] bytes, int from, int count) {
        long at = offset;
        offset += count;
        left -= count;
        return name == null ? null : new Decoded.AttachmentData(name, at, Body.lend(bytes, from, from + count));
    }
}
