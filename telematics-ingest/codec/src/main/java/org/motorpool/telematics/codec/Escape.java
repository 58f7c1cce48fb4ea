package org.motorpool.telematics.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The escaping and the checksum of a frame: 0x7E is sent as 0x7D 0x02, 0x7D as 0x7D 0x01. */
final class Escape {
    static final int FLAG = 0x7e;
    static final int MARK = 0x7d;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private Escape() {}

    /** Whether there is a mark at all; eight bytes at a time, since hardly a frame has one. */
    static boolean marked(byte[] bytes, int length) {
        int whole = length & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            long zeroWhereMark = (long) EIGHT.get(bytes, i) ^ MARK * ONES;
            if ((zeroWhereMark - ONES & ~zeroWhereMark & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (int i = whole; i < length; i++) {
            if (bytes[i] == MARK) {
                return true;
            }
        }
        return false;
    }

    /** Whether each mark is followed by 0x01 or 0x02. */
    static boolean wellFormed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == MARK) {
                i++;
                if (i == length || (bytes[i] != 1 && bytes[i] != 2)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Number of marks. */
    static int count(byte[] bytes, int length) {
        int marks = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == MARK) {
                marks++;
            }
        }
        return marks;
    }

    /** The {@code plain} bytes that {@code length} well-formed escaped bytes stand for. */
    static byte[] remove(byte[] bytes, int length, int plain) {
        byte[] out = new byte[plain];
        int write = 0;
        for (int read = 0; read < length; read++) {
            byte value = bytes[read];
            if (value == MARK) {
                read++;
                value = bytes[read] == 1 ? (byte) MARK : (byte) FLAG;
            }
            out[write++] = value;
        }
        return out;
    }

    /** XOR of the bytes. */
    static int xor(byte[] bytes, int length) {
        int whole = length & -Long.BYTES;
        long sums = 0;
        for (int i = 0; i < whole; i += Long.BYTES) {
            sums ^= (long) EIGHT.get(bytes, i);
        }
        sums ^= sums >>> 32;
        sums ^= sums >>> 16;
        sums ^= sums >>> 8;
        int sum = (int) sums;
        for (int i = whole; i < length; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xff;
    }
}
