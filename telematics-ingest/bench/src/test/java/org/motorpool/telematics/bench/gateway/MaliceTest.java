package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.HeaderFlag;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

/** Attackers do what they are said to do. */
class MaliceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final Malice malice = new Malice();
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
    private int tick;

    @Test
    void sendsWhatIsNoFrame() {
        assertThat(faults(Attack.WRONG_CHECKSUM)).hasSize(10).containsOnly(FrameFault.CHECKSUM);
        assertThat(faults(Attack.TRUNCATED)).hasSize(10).containsOnly(FrameFault.CHECKSUM, FrameFault.SHORT);
        assertThat(faults(Attack.IMPOSSIBLE_PART)).hasSize(10).containsOnly(FrameFault.SPLIT);
        assertThat(faults(Attack.GARBAGE)).isNotEmpty();
    }

    @Test
    void sendsNoFlag() {
        faults(Attack.WRONG_CHECKSUM);

        assertThat(faults(Attack.OVERSIZED)).containsExactly(FrameFault.OVERFLOW);
        assertThat(sent(Attack.OVERSIZED)).isEmpty();
    }

    @Test
    void liesAboutTheLength() {
        assertThat(sent(Attack.LYING_LENGTH)).hasSize(10).allSatisfy(decoded -> assertThat(
                        ((Decoded.Frame) decoded).header().flags())
                .contains(HeaderFlag.LENGTH_MISMATCH));
    }

    @Test
    void beginsSixteenSplitMessagesAtATime() {
        assertThat(sent(Attack.INTERLEAVED_PARTS))
                .filteredOn(Decoded.Part.class::isInstance)
                .extracting(decoded -> ((Decoded.Part) decoded).header().firstSerial())
                .hasSize(16)
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsFragmentsOfAByte() {
        assertThat(sent(Attack.TINY_FRAGMENTS)).hasSize(100).allSatisfy(decoded -> assertThat(
                        ((Decoded.Part) decoded).body().length())
                .isEqualTo(1));
    }

    @Test
    void reportsStrangePositions() {
        assertThat(position(Attack.FUTURE).reportedAt()).isEqualTo("2099-05-31T16:00:00Z");
        assertThat(position(Attack.NOWHERE).latitude()).isZero();
        assertThat(position(Attack.FROZEN)).isEqualTo(position(Attack.FROZEN));
    }

    /** A flag, then a byte of a report each second, which is ten ticks. */
    @Test
    void takesItsTime() {
        assertThat(bytes(Attack.SLOW_LORIS)).isEqualTo(Unpooled.wrappedBuffer(new byte[] {0x7e}));
        for (int i = 1; i < 10; i++) {
            assertThat(bytes(Attack.SLOW_LORIS).isReadable()).isFalse();
        }
        assertThat(bytes(Attack.SLOW_LORIS).readableBytes()).isEqualTo(1);
        assertThat(bytes(Attack.SILENT).isReadable()).isFalse();
    }

    private Uplink.LocationReport position(Attack attack) {
        tick = 0;
        Decoded.Frame frame = (Decoded.Frame) sent(attack).getFirst();
        return (Uplink.LocationReport) UplinkDecoder.decode(frame.header(), frame.body());
    }

    private List<FrameFault> faults(Attack attack) {
        return sent(attack).stream()
                .map(decoded -> ((Decoded.Malformed) decoded).fault())
                .toList();
    }

    private List<Decoded> sent(Attack attack) {
        return decoder.decode(bytes(attack), NOW);
    }

    private ByteBuf bytes(Attack attack) {
        ByteBuf out = Unpooled.buffer();
        malice.write(attack, 14_000_000_001L, tick++, out);
        return out;
    }
}
