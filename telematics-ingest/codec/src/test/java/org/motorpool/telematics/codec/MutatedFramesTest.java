package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Frames that were valid before something happened to them; {@code bench decode --fuzz} does more of it. */
class MutatedFramesTest {
    private static final int FRAMES = 300_000;
    private static final int EXPLAINED = 100;
    private static final int SEEDS_PER_ID = 4;

    private final SplittableRandom random = new SplittableRandom(808);
    private final List<byte[]> seeds = new ArrayList<>();
    private final List<FrameDecoder> decoders = List.of(
            new FrameDecoder(FrameRules.STRICT),
            new FrameDecoder(FrameRules.LENIENT),
            new FrameDecoder(FrameRules.STRICT));
    private Instant now = Frames.NOW;
    private int frames;
    private int malformed;
    private int messages;

    @Test
    void takesWhateverHappensToAFrame() {
        makeSeeds();
        for (int n = 0; n < FRAMES; n++) {
            byte[] wire = wire(mutated());
            now = now.plusMillis(10);
            feed(decoders.get(random.nextInt(decoders.size())), wire);
            if (n % EXPLAINED == 0) {
                assertThat(Explain.frame(HexFormat.of().formatHex(wire))).isNotEmpty();
            }
        }
        assertThat(decoders).allMatch(decoder -> decoder.kept_bytes() < 1 << 20);
        assertThat(List.of(frames, malformed, messages)).allMatch(count -> count > FRAMES / 10);
    }

    /** In one segment or in some. */
    private void feed(FrameDecoder decoder, byte[] wire) {
        int at = 0;
        while (at < wire.length) {
            int length = random.nextBoolean() ? wire.length - at : Math.min(wire.length - at, 1 + random.nextInt(20));
            ByteBuf in = Unpooled.wrappedBuffer(wire, at, length);
            decoder.lend(in, now, this::decoded);
            assertThat(in.refCnt()).isEqualTo(1);
            at += length;
        }
    }

    private void decoded(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame(Header header, Body body) -> {
                frames++;
                messages += UplinkDecoder.decode(header, body) instanceof Uplink.Unmodelled ? 0 : 1;
                messages += DownlinkDecoder.decode(header, body) instanceof Downlink.Unmodelled ? 0 : 1;
            }
            case Decoded.Malformed _ -> malformed++;
            case Decoded.Part _,
                    Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _ -> {}
        }
    }

    private void makeSeeds() {
        for (int id = 0; id < 1 << 16; id++) {
            for (ProtocolVersion version : ProtocolVersion.values()) {
                Header header = new Header(id, Address.of(version, "13912345678"), "13912345678", 7, 0, 0, 0, Set.of());
                for (int i = 0; i < SEEDS_PER_ID && (i == 0 || known(message(header))); i++) {
                    addSeed(message(header), header.address());
                }
            }
        }
    }

    /** What is read from noise, in which small numbers are frequent. */
    private Message message(Header header) {
        byte[] noise = new byte[random.nextInt(120)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (random.nextBoolean() ? random.nextInt(8) : random.nextInt(256));
        }
        Body body = Body.wrap(noise);
        return header.uplink() ? UplinkDecoder.decode(header, body) : DownlinkDecoder.decode(header, body);
    }

    private static boolean known(Message message) {
        return !(message instanceof Uplink.Unmodelled || message instanceof Downlink.Unmodelled);
    }

    private void addSeed(Message message, Address address) {
        ByteBuf out = Unpooled.buffer();
        if (known(message) && FrameEncoder.encode(message, address, 7, out) == 1) {
            byte[] wire = ByteBufUtil.getBytes(out);
            byte[] plain = new byte[wire.length];
            int length = Escape.remove(Framing.STANDARD, wire, 1, wire.length - 1, plain);
            seeds.add(Arrays.copyOf(plain, length - 1));
        }
    }

    /** Header and body, with up to three changes. */
    private byte[] mutated() {
        byte[] content = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            content = changed(content, random.nextInt(content.length));
        }
        return content;
    }

    private byte[] changed(byte[] content, int at) {
        switch (random.nextInt(4)) {
            case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> content[at] = (byte) random.nextInt(256);
            case 2 -> {
                return Arrays.copyOf(content, Math.max(1, at));
            }
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = Math.min(at, other.length);
                byte[] spliced = Arrays.copyOf(content, at + other.length - from);
                System.arraycopy(other, from, spliced, at, other.length - from);
                return spliced.length == 0 ? content : spliced;
            }
        }
        return content;
    }

    /** With a checksum that is right in half of the cases. */
    private byte[] wire(byte[] content) {
        ByteBuf out = Unpooled.buffer();
        EscapedWriter frame = new EscapedWriter(Framing.STANDARD, out);
        frame.begin();
        frame.bytes(content);
        frame.end();
        int checksumAt = out.writerIndex() - 2;
        out.setByte(checksumAt, out.getByte(checksumAt) ^ random.nextInt(2));
        return ByteBufUtil.getBytes(out);
    }
}
