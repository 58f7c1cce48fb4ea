package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.NOW;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentPartsTest {
    private static final Address ADDRESS = Address.of(ProtocolVersion.V2019, "13912345678");

    private final SentParts sent = new SentParts(16 << 10);

    /** A message in three frames; 0x7e must be escaped in each. */
    private ByteBuf send(int firstSerial) {
        ByteBuf out = Unpooled.buffer();
        int frames = FrameEncoder.encode(new Downlink.Unmodelled(0x8108, "7e".repeat(2500)), ADDRESS, firstSerial, out);
        assertThat(frames).isEqualTo(3);
        sent.keep(firstSerial, out, NOW);
        return out;
    }

    private List<Decoded> again(int firstSerial, Integer... indexes) {
        ByteBuf out = Unpooled.buffer();
        boolean found = sent.again(firstSerial, List.of(indexes), out);
        assertThat(out.isReadable()).isEqualTo(found);
        return new FrameDecoder(FrameRules.STRICT).decode(out, NOW);
    }

    @Test
    void sendsTheSameBytesAgain() {
        ByteBuf first = send(65_535);
        ByteBuf second = Unpooled.buffer();
        sent.again(65_535, List.of(1, 2, 3), second);
        assertThat(ByteBufUtil.hexDump(second)).isEqualTo(ByteBufUtil.hexDump(first));
    }

    @Test
    void sendsOnlyThePartsThatAreAskedFor() {
        send(65_535);
        assertThat(again(65_535, 3, 2, 2, 4, 0))
                .filteredOn(Decoded.Part.class::isInstance)
                .extracting(decoded -> ((Decoded.Part) decoded).header().serial())
                .containsExactly(1, 0);
    }

    @Test
    void hasNothingForAMessageThatItDoesNotKnow() {
        send(10);
        assertThat(again(11, 1)).isEmpty();
    }

    @Test
    void keepsTheNewestMessagesThatFit() {
        for (int serial = 0; serial < 50; serial += 10) { // 5 kB each
            send(serial);
        }
        assertThat(again(10, 1)).isEmpty();
        assertThat(again(20, 1)).isNotEmpty();
        assertThat(again(40, 1)).isNotEmpty();
    }

    @Test
    void forgetsAMessageAfterAMinute() {
        send(10);
        sent.expire(NOW.plusSeconds(59));
        assertThat(again(10, 1)).isNotEmpty();
        sent.expire(NOW.plusSeconds(60));
        assertThat(again(10, 1)).isEmpty();
    }
}
