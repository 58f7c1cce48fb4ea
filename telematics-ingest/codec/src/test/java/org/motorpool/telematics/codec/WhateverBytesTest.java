package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No bytes make a decoder throw, and what it understands is written as it is understood. */
class WhateverBytesTest {
    /** Every modelled message of terminals, and two that are not. */
    static final String UPLINKS = """
            0001 0002 0003 0004 0005 0100 0102 0104 0107 0108 0109 0200 0201 0210 0301 0302 \
            0303 0500 0506 0608 0700 0701 0702 0704 0705 0800 0801 0802 0805 0900 0901 0a00 \
            1003 1005 1007 1205 1206 1210 1211 1212 1300 1fc4 2070 6006 8888 0e01""";

    private static final int ROUNDS = 2_000;

    private final Random random = new Random(808);

    @Test
    void readsWhateverBytesAndWritesWhatItRead() {
        for (int id : ids()) {
            for (int round = 0; round < ROUNDS; round++) {
                readsAndWrites(header(id), body());
            }
        }
    }

    @Test
    void readsEveryBeginningOfWhatATerminalWrites() {
        for (int id : ids()) {
            for (int round = 0; round < ROUNDS / 100; round++) {
                Header header = header(id);
                Body whole = written(UplinkDecoder.decode(header, body()), header);
                for (int length = 0; length < whole.length(); length++) {
                    readsAndWrites(header, whole.part(0, length).copy());
                }
            }
        }
    }

    private static int[] ids() {
        return Stream.of(UPLINKS.split(" "))
                .mapToInt(id -> Integer.parseInt(id, 16))
                .toArray();
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
