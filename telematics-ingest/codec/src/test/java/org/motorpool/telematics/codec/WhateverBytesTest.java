package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No bytes make a decoder throw, and what it understands is written as it is understood. */
class WhateverBytesTest {
    private static final int[] UPLINKS = {
        0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0100, 0x0102, 0x0104, 0x0107, 0x0108, 0x0109, 0x0200, 0x0201, 0x0210,
        0x0301, 0x0302, 0x0303, 0x0500, 0x0506, 0x0608, 0x0700, 0x0701, 0x0702, 0x0704, 0x0705, 0x0800, 0x0801, 0x0802,
        0x0805, 0x0900, 0x0901, 0x0a00, 0x1003, 0x1005, 0x1007, 0x1205, 0x1206, 0x1210, 0x1211, 0x1212, 0x1300, 0x1fc4,
        0x2070, 0x6006, 0x8888, 0x0e01
    };
    private static final int ROUNDS = 2_000;

    private final Random random = new Random(808);

    @Test
    void readsWhateverBytesAndWritesWhatItRead() {
        for (int id : UPLINKS) {
            for (int round = 0; round < ROUNDS; round++) {
                readsAndWrites(header(id), body());
            }
        }
    }

    @Test
    void readsEveryBeginningOfWhatATerminalWrites() {
        for (int id : UPLINKS) {
            for (int round = 0; round < ROUNDS / 100; round++) {
                Header header = header(id);
                Body whole = written(UplinkDecoder.decode(header, body()), header);
                for (int length = 0; length < whole.length(); length++) {
                    readsAndWrites(header, whole.part(0, length).copy());
                }
            }
        }
    }

    private static void readsAndWrites(Header header, Body body) {
        Uplink message = UplinkDecoder.decode(header, body);
        Body written = written(message, header);
        assertThat(UplinkDecoder.decode(header, written))
                .as("0x%04x of %d: %s", header.messageId(), header.version().year(), body.hex())
                .isEqualTo(message);
    }

    private static Body written(Uplink message, Header header) {
        ByteBuf out = Unpooled.buffer();
        assertThat(BodyWriter.write(message, header.version(), out)).isEqualTo(header.messageId());
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return Body.wrap(bytes);
    }

    /** Small numbers are more frequent than in noise, so that counts and lengths are often possible. */
    private Body body() {
        byte[] bytes = new byte[random.nextInt(160)];
        random.nextBytes(bytes);
        int small = random.nextInt(4);
        for (int i = 0; i < bytes.length; i++) {
            if (random.nextInt(4) < small) {
                bytes[i] = (byte) random.nextInt(12);
            }
        }
        return Body.wrap(bytes);
    }

    private Header header(int id) {
        ProtocolVersion version = random.nextBoolean() ? ProtocolVersion.V2013 : ProtocolVersion.V2019;
        return new Header(id, Address.of(version, "13912345678"), "13912345678", 1, 0, 0, 0, Set.of());
    }
}
