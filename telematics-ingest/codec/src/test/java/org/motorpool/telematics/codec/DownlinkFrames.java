package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.Set;

/** Bodies of platforms in both directions, for tests. */
final class DownlinkFrames {
    private DownlinkFrames() {}

    /** The body means the message, and the message is written as the body. */
    static void readsAndWrites(ProtocolVersion version, int messageId, String body, Downlink message) {
        reads(version, messageId, body, message);
        writes(version, messageId, body, message);
    }

    static void readsAndWritesInBothVersions(int messageId, String body, Downlink message) {
        for (ProtocolVersion version : ProtocolVersion.values()) {
            readsAndWrites(version, messageId, body, message);
        }
    }

    static void reads(ProtocolVersion version, int messageId, String body, Downlink message) {
        assertThat(DownlinkDecoder.decode(header(version, messageId), Body.ofHex(body)))
                .isEqualTo(message);
    }

    static void writes(ProtocolVersion version, int messageId, String body, Message message) {
        ByteBuf out = Unpooled.buffer();
        assertThat(BodyWriter.write(message, version, out)).isEqualTo(messageId);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(body);
    }

    static Header header(ProtocolVersion version, int messageId) {
        return new Header(messageId, Address.of(version, "13912345678"), "13912345678", 1, 0, 0, 0, Set.of());
    }
}
