package org.motorpool.telematics.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Undoes the escapes of a frame and sums it up. */
final class Escape {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Escape() {}

    /**
     * Writes the bytes that those between {@code from} and {@code to} stand for to the beginning of {@code plain}.
     *
     * @return their number, −1 when a mark is followed by no code
     */
    static int remove(Framing framing, byte[] bytes, int from, int to, byte[] plain) {
        int length = 0;
        for (int at = from; at < to; at++) {
            int value = bytes[at] & 0xff;
            if (framing.marks(value)) {
                at++;
                value = at < to ? framing.unescaped(value, bytes[at]) : -1;
                if (value < 0) {
                    return -1;
                }
            }
            plain[length++] = (byte) value;
        }
        return length;
    }

    /** XOR of the bytes. */
    static int xor(byte[] bytes, int from, int to) {
        int whole = from + (to - from & -Long.BYTES);
        long sums = 0;
        for (int i = from; i < whole; i += Long.BYTES) {
            sums ^= (long) EIGHT.get(bytes, i);
        }
        int sum = folded(sums);
        for (int i = whole; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xff;
    }

    /** XOR of the eight bytes of a number. */
    static int folded(long sums) {
        long four = sums ^ sums >>> 32;
        long two = four ^ four >>> 16;
        return (int) (two ^ two >>> 8) & 0xff;
    }
}
