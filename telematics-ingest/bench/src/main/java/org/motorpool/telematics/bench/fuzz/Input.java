package org.motorpool.telematics.bench.fuzz;

import java.util.Arrays;

/**
 * What is tried: two bytes that say how, then a header and a body. One array, so that a fuzzer that knows nothing of frames
 * can change it, too.
 */
final class Input {
    /** The checksum is made right, so that the frame is read. */
    static final int REPAIR_CHECKSUM = 1;
    /** The declared length is made right. */
    static final int REPAIR_LENGTH = 1 << 1;
    /** For a decoder that lets wrong checksums through. */
    static final int LENIENT = 1 << 2;
    /** For a decoder of its own. */
    static final int ALONE = 1 << 3;
    /** Between the other flags. */
    static final int ALTERNATIVE = 1 << 4;
    /** Sent as it is, without flags and escapes. */
    static final int AS_IT_IS = 1 << 5;

    private static final int LENGTH_BITS = 0x3ff;
    private static final int SPLIT_BIT = 1 << 13;
    private static final int VERSION_BIT = 1 << 14;
    private static final int CONTENT_AT = 2;

    private final byte[] bytes;

    /** Takes the array over. */
    Input(byte[] bytes) {
        this.bytes = bytes.length < CONTENT_AT ? Arrays.copyOf(bytes, CONTENT_AT) : bytes;
    }

    static Input of(int how, int cuts, byte[] content) {
        byte[] bytes = new byte[CONTENT_AT + content.length];
        bytes[0] = (byte) how;
        bytes[1] = (byte) cuts;
        System.arraycopy(content, 0, bytes, CONTENT_AT, content.length);
        return new Input(bytes);
    }

    boolean has(int flag) {
        return (bytes[0] & flag) != 0;
    }

    /** Says into which segments it is cut; 0 for a single one. */
    int cuts() {
        return bytes[1] & 0xff;
    }

    /** Header and body. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, CONTENT_AT, bytes.length);
    }

    /** All of it. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** As it goes over the line. */
    byte[] wire() {
        byte[] content = content();
        if (has(AS_IT_IS)) {
            return content;
        }
        if (has(REPAIR_LENGTH)) {
            repairLength(content);
        }
        int checksum = 0;
        for (byte value : content) {
            checksum ^= value & 0xff;
        }
        return framed(content, has(REPAIR_CHECKSUM) ? checksum : checksum ^ (cuts() | 1));
    }

    private void repairLength(byte[] content) {
        if (content.length < 4) {
            return;
        }
        int properties = (content[2] & 0xff) << 8 | content[3] & 0xff;
        int header = ((properties & VERSION_BIT) != 0 ? 17 : 12) + ((properties & SPLIT_BIT) != 0 ? 4 : 0);
        int repaired = properties & ~LENGTH_BITS | Math.max(0, content.length - header) & LENGTH_BITS;
        content[2] = (byte) (repaired >> 8);
        content[3] = (byte) repaired;
    }

    private byte[] framed(byte[] content, int checksum) {
        byte[] out = new byte[2 * content.length + 4];
        int length = 0;
        out[length++] = (byte) flag();
        for (byte value : content) {
            length = escaped(value & 0xff, out, length);
        }
        length = escaped(checksum & 0xff, out, length);
        out[length++] = (byte) flag();
        return Arrays.copyOf(out, length);
    }

    private int flag() {
        return has(ALTERNATIVE) ? 0xe7 : 0x7e;
    }

    private int escaped(int value, byte[] out, int at) {
        int escape = has(ALTERNATIVE) ? alternative(value) : standard(value);
        if (escape == 0) {
            out[at] = (byte) value;
            return at + 1;
        }
        out[at] = (byte) (escape >> 8);
        out[at + 1] = (byte) escape;
        return at + 2;
    }

    private static int standard(int value) {
        return switch (value) {
            case 0x7e -> 0x7d02;
            case 0x7d -> 0x7d01;
            default -> 0;
        };
    }

    private static int alternative(int value) {
        return switch (value) {
            case 0xe6 -> 0xe601;
            case 0xe7 -> 0xe602;
            case 0x3e -> 0x3e01;
            case 0x3d -> 0x3e02;
            default -> 0;
        };
    }
}
