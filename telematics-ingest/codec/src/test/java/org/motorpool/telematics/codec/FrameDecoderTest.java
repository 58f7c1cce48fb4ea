package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.HEARTBEAT_2013;
import static org.motorpool.telematics.codec.Frames.HEARTBEAT_2019;
import static org.motorpool.telematics.codec.Frames.NOW;
import static org.motorpool.telematics.codec.Frames.bytes;
import static org.motorpool.telematics.codec.Frames.decode;
import static org.motorpool.telematics.codec.Frames.frame;
import static org.motorpool.telematics.codec.Frames.framed;
import static org.motorpool.telematics.codec.Frames.hex;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final Address ADDRESS_2013 = new Address(ProtocolVersion.V2013, 0, "013912345678");
    private static final Address ADDRESS_2019 = new Address(ProtocolVersion.V2019, 1, "00000000013912345678");

    @Test
    void readsAHeaderOfThe2013Form() {
        assertThat(frame(HEARTBEAT_2013).header())
                .isEqualTo(new Header(0x0002, ADDRESS_2013, "13912345678", 7, 0, 0, 0, Set.of()));
    }

    @Test
    void readsAHeaderOfThe2019Form() {
        assertThat(frame(HEARTBEAT_2019).header())
                .isEqualTo(new Header(0x0002, ADDRESS_2019, "13912345678", 7, 0, 0, 0, Set.of()));
    }

    @Test
    void undoesTheEscapesOfTheStandardsExample() {
        String frame = hex(
                "7e",
                "0900", // transparent data
                "0005", // 5 bytes
                "013912345678",
                "0001",
                "30 7d02 08 7d01 55", // stands for 30 7e 08 7d 55
                "53",
                "7e");
        assertThat(frame(frame).body().hex()).isEqualTo("307e087d55");
    }

    @Test
    void undoesTheEscapeOfTheChecksum() {
        String frame = hex(
                "7e",
                "0002",
                "0000",
                "978290002147",
                "029e",
                "7d01", // checksum 0x7d
                "7e");
        assertThat(frame(frame).header().serial()).isEqualTo(0x029e);
    }

    @Test
    void readsSeveralFramesOfOneSegment() {
        assertThat(decode(HEARTBEAT_2013 + HEARTBEAT_2019 + HEARTBEAT_2013))
                .hasSize(3)
                .allMatch(decoded -> decoded instanceof Decoded.Frame);
    }

    @Test
    void readsFramesThatShareAFlag() {
        assertThat(decode(HEARTBEAT_2013 + HEARTBEAT_2019.substring(2))).hasSize(2);
    }

    @Test
    void readsAFrameThatComesByteByByte() {
        FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
        List<Decoded> out = new ArrayList<>();
        for (int i = 0; i < HEARTBEAT_2019.length(); i += 2) {
            out.addAll(decoder.decode(bytes(HEARTBEAT_2019.substring(i, i + 2)), NOW));
        }
        assertThat(out).containsExactly(frame(HEARTBEAT_2019));
    }

    @Test
    void skipsJunkBeforeTheFirstFlag() {
        assertThat(decode("24240d0a" + HEARTBEAT_2013)).containsExactly(frame(HEARTBEAT_2013));
    }

    @Test
    void namesAWrongChecksumAndGoesOn() {
        String wrong = HEARTBEAT_2013.replace("357e", "347e");
        assertThat(decode(wrong + HEARTBEAT_2013))
                .containsExactly(
                        new Decoded.Malformed(
                                FrameFault.CHECKSUM,
                                "checksum is 0x34, should be 0x35",
                                wrong.substring(2, wrong.length() - 2)),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void flagsAWrongChecksumWhenTheRulesAreLenient() {
        FrameDecoder lenient = new FrameDecoder(FrameRules.LENIENT);
        List<Decoded> decoded = lenient.decode(bytes(HEARTBEAT_2013.replace("357e", "347e")), NOW);
        assertThat(decoded)
                .singleElement()
                .extracting(frame -> ((Decoded.Frame) frame).header().flags())
                .isEqualTo(Set.of(HeaderFlag.CHECKSUM));
    }

    @Test
    void namesAWrongEscapeAndGoesOn() {
        assertThat(decode("7e0002000001391234567800077d037e" + HEARTBEAT_2013))
                .containsExactly(
                        new Decoded.Malformed(
                                FrameFault.ESCAPE,
                                "0x7d is followed by neither 0x01 nor 0x02",
                                "0002000001391234567800077d03"),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void namesAnEscapeThatTheFlagCutsOff() {
        assertThat(decode("7e00020000013912345678000734347d7e")).singleElement().isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void namesAFrameThatIsTooShort() {
        assertThat(decode("7e000200007e"))
                .containsExactly(
                        new Decoded.Malformed(FrameFault.SHORT, "4 bytes are too short for a frame", "00020000"));
    }

    @Test
    void namesATruncated2019Header() {
        String frame = framed("0002", "4000", "01", "00000000013912345678"); // no serial
        assertThat(decode(frame))
                .singleElement()
                .extracting(decoded -> ((Decoded.Malformed) decoded).reason())
                .isEqualTo("16 bytes are too short for a 2019 header");
    }

    @Test
    void trustsTheEndOfTheFrameOverTheDeclaredLength() {
        String frame = framed("0900", "0009", "013912345678", "0001", "aabbcc"); // says 9 bytes, has 3
        assertThat(frame(frame).body().hex()).isEqualTo("aabbcc");
        assertThat(frame(frame).header().flags()).containsExactly(HeaderFlag.LENGTH_MISMATCH);
    }

    @Test
    void readsA2013HeaderThatClaimsToBe2019() {
        String frame = framed("0102", "4003", "010030000681", "0902", "414243"); // bit 14, no version byte
        Header header = frame(frame).header();
        assertThat(header.version()).isEqualTo(ProtocolVersion.V2013);
        assertThat(header.phone()).isEqualTo("10030000681");
        assertThat(header.flags()).containsExactly(HeaderFlag.VERSION_MISMATCH);
    }

    @Test
    void readsA2019HeaderThatClaimsToBe2013() {
        String frame = framed("0102", "0003", "01", "00000000013912345678", "0902", "414243");
        Header header = frame(frame).header();
        assertThat(header.version()).isEqualTo(ProtocolVersion.V2019);
        assertThat(header.flags()).containsExactly(HeaderFlag.VERSION_MISMATCH);
    }

    /** 0x4f07788ef87d is 86893506001021, whose digits, every second one doubled, add up to 40: the check digit is 0. */
    @Test
    void readsABinaryImeiAndKeepsItsBytesVerbatim() {
        Header header = frame(framed("0002", "0000", "4f07788ef87d", "0001")).header();
        assertThat(header.phone()).isEqualTo("868935060010210");
        assertThat(header.address().rawPhone()).isEqualTo("4f07788ef87d");
        assertThat(header.flags()).containsExactly(HeaderFlag.HEX_PHONE);
    }

    @Test
    void makesTheCheckDigitOfAnImei() {
        assertThat(Imei.digits("%012x".formatted(49_015_420_323_751L))).isEqualTo("490154203237518"); // 3GPP TS 23.003
    }

    @Test
    void keepsAHexadecimalPhoneOfTenBytes() {
        Header header = frame(framed("0002", "4000", "01", "0000000001391234567a", "0001"))
                .header();
        assertThat(header.phone()).isEqualTo("1391234567a");
        assertThat(header.flags()).containsExactly(HeaderFlag.HEX_PHONE);
    }

    @Test
    void tellsTerminalsOfOneConnectionApart() {
        String other = framed("0002", "0000", "013912345679", "0001");
        assertThat(decode(HEARTBEAT_2013 + other + HEARTBEAT_2013))
                .extracting(decoded -> ((Decoded.Frame) decoded).header().phone())
                .containsExactly("13912345678", "13912345679", "13912345678");
    }

    @Test
    void dropsARunWithoutFlagsAndGoesOnAtTheNext() {
        String run = "7e" + "11".repeat(5000);
        List<Decoded> decoded = decode(run + HEARTBEAT_2013);
        assertThat(decoded).hasSize(2);
        assertThat(decoded.getFirst())
                .isInstanceOfSatisfying(Decoded.Malformed.class, malformed -> assertThat(malformed.reason())
                        .isEqualTo("no flag within 4096 bytes"));
        assertThat(decoded.getLast()).isEqualTo(frame(HEARTBEAT_2013));
    }

    @Test
    void neverThrowsOnRandomBytes() {
        Random random = new Random(808);
        FrameDecoder decoder = new FrameDecoder(FrameRules.LENIENT);
        int frames = 0;
        for (int round = 0; round < 20_000; round++) {
            for (Decoded decoded : decoder.decode(randomBytes(random), NOW.plusSeconds(round))) {
                if (decoded instanceof Decoded.Frame(Header header, Body body)) {
                    assertThat(UplinkDecoder.decode(header, body)).isNotNull();
                    assertThat(DownlinkDecoder.decode(header, body)).isNotNull();
                    frames++;
                }
            }
        }
        assertThat(frames).isGreaterThan(1000);
    }

    /** Random bytes that begin with a modelled message id often enough to reach every reader. */
    private static ByteBuf randomBytes(Random random) {
        int[] ids = {1, 2, 3, 0x0100, 0x0102, 0x0200, 0x0201, 0x0704, 0x8001, 0x8003, 0x8100, 0x8103, 0x8201, 0x8300};
        byte[] noise = new byte[random.nextInt(120)];
        random.nextBytes(noise);
        ByteBuf out = Unpooled.buffer().writeByte(0x7e);
        if (random.nextBoolean()) {
            out.writeShort(ids[random.nextInt(ids.length)]);
            out.writeShort(random.nextInt(4) << 13 | random.nextInt(80));
        }
        return out.writeBytes(noise).writeByte(0x7e);
    }

    @Test
    void tellsTheKindOfWhatIsWrong() {
        assertThat(fault(framed("0002"))).isEqualTo(FrameFault.SHORT);
        assertThat(fault(framed("0002", "4000", "01", "00000000013912345678"))).isEqualTo(FrameFault.SHORT);
        // part 3 of 2
        assertThat(fault(framed("0900", "2001", "013912345678", "0007", "0002", "0003", "00")))
                .isEqualTo(FrameFault.SPLIT);
        // the first of 65535 parts of 32 bytes
        assertThat(fault(framed("0900", "2020", "013912345678", "0007", "ffff", "0001", "00".repeat(32))))
                .isEqualTo(FrameFault.SPLIT);
        assertThat(fault("7e" + "00".repeat(4097) + "7e")).isEqualTo(FrameFault.OVERFLOW);
    }

    private static FrameFault fault(String hex) {
        List<Decoded> decoded = decode(hex);
        assertThat(decoded).singleElement().isInstanceOf(Decoded.Malformed.class);
        return ((Decoded.Malformed) decoded.getFirst()).fault();
    }
}
