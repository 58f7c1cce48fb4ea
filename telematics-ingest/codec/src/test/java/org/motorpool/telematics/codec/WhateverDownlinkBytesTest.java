package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No bytes make a terminal's decoder throw, and what it understands is written as it is understood. */
class WhateverDownlinkBytesTest {
    private static final int[] DOWNLINKS = {
        0x4401, 0x8001, 0x8003, 0x8004, 0x8100, 0x8103, 0x8104, 0x8105, 0x8106, 0x8107, 0x8108, 0x8109, 0x8201, 0x8202,
        0x8203, 0x8204, 0x8300, 0x8301, 0x8302, 0x8303, 0x8304, 0x8400, 0x8401, 0x8500, 0x8600, 0x8601, 0x8602, 0x8603,
        0x8604, 0x8605, 0x8606, 0x8607, 0x8608, 0x8700, 0x8701, 0x8702, 0x8800, 0x8801, 0x8802, 0x8803, 0x8804, 0x8805,
        0x8900, 0x8a00, 0x9003, 0x9101, 0x9102, 0x9105, 0x9201, 0x9202, 0x9205, 0x9206, 0x9207, 0x9208, 0x9212, 0x9301,
        0x9302, 0x9303, 0x9304, 0x9305, 0x9306, 0x8f00
    };
    private static final int ROUNDS = 1_000;

    private final Random random = new Random(808);

    @Test
    void readsWhateverBytesAndWritesWhatItRead() {
        for (int id : DOWNLINKS) {
            for (int round = 0; round < ROUNDS; round++) {
                readsAndWrites(header(id), body());
            }
        }
    }

    @Test
    void readsEveryBeginningOfWhatAPlatformWrites() {
        for (int id : DOWNLINKS) {
            for (int round = 0; round < ROUNDS / 50; round++) {
                Header header = header(id);
                byte[] whole = written(DownlinkDecoder.decode(header, body()), header);
                for (int length = 0; length < whole.length; length++) {
                    readsAndWrites(header, Body.wrap(Arrays.copyOf(whole, length)));
                }
            }
        }
    }

    @Test
    void onlyOneOfThemIsUnmodelled() {
        assertThat(Arrays.stream(DOWNLINKS)
                        .filter(id ->
                                DownlinkDecoder.decode(header(id), Body.ofHex("")) instanceof Downlink.Unmodelled))
                .containsExactly(0x8f00);
    }

    private static void readsAndWrites(Header header, Body body) {
        Downlink message = DownlinkDecoder.decode(header, body);
        assertThat(DownlinkDecoder.decode(header, Body.wrap(written(message, header))))
                .as("0x%04x of %d: %s", header.messageId(), header.version().year(), body.hex())
                .isEqualTo(message);
    }

    private static byte[] written(Downlink message, Header header) {
        ByteBuf out = Unpooled.buffer();
        assertThat(BodyWriter.write(message, header.version(), out)).isEqualTo(header.messageId());
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
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
        return DownlinkFrames.header(random.nextBoolean() ? ProtocolVersion.V2013 : ProtocolVersion.V2019, id);
    }
}
