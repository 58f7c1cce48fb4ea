package org.motorpool.telematics.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

/** Bytes as a socket hands them over: in a pooled buffer outside the heap. */
final class Reads {
    private Reads() {}

    static ByteBuf of(byte[] frame) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(frame.length).writeBytes(frame);
    }
}
