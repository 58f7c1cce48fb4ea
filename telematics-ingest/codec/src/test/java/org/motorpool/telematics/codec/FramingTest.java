package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.HEARTBEAT_2013;
import static org.motorpool.telematics.codec.Frames.NOW;
import static org.motorpool.telematics.codec.Frames.bytes;
import static org.motorpool.telematics.codec.Frames.decode;
import static org.motorpool.telematics.codec.Frames.downlink;
import static org.motorpool.telematics.codec.Frames.encode;
import static org.motorpool.telematics.codec.Frames.frame;
import static org.motorpool.telematics.codec.Frames.framed;
import static org.motorpool.telematics.codec.Frames.hex;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What devices send besides the standard's frames. */
class FramingTest {
    private static final Address ALTERNATIVE =
            new Address(ProtocolVersion.V2013, 0, "08600000000001", Framing.ALTERNATIVE);

    /** Data of three bytes of a file, 30 31 63 64 in front (T/JSATL 12-2017, 4.6). */
    private static final String PACKET = hex(
            "30316364",
            "61 2e 6a 70 67" + "00".repeat(45), // name "a.jpg", 50 bytes
            "00000100", // offset 256
            "00000003", // length
            "7e 7d 02"); // data, not escaped

    @Test
    void readsAFrameBetweenOtherFlags() {
        String frame = hex(
                "e7", // flag
                "0900",
                "0006",
                "08600000000001", // seven bytes of phone
                "0007",
                "e601 e602 3e01 3e02 7e 7d", // stands for e6 e7 3e 3d 7e 7d
                "60", // checksum of what they stand for
                "e7");
        Decoded.Frame read = frame(frame);
        assertThat(read.header().address()).isEqualTo(ALTERNATIVE);
        assertThat(read.header().phone()).isEqualTo("8600000000001");
        assertThat(read.header().serial()).isEqualTo(7);
        assertThat(read.body().hex()).isEqualTo("e6e73e3d7e7d");
        assertThat(encode(new Uplink.Unmodelled(0x0900, "e6e73e3d7e7d"), ALTERNATIVE, 7))
                .isEqualTo(frame);
    }

    @Test
    void answersInTheFramingOfTheTerminal() {
        String answer = hex(
                "e7",
                "8001",
                "0005",
                "08600000000001",
                "0001", // serial
                "0007", // answered serial
                "0002", // answered id
                "00",
                "e9",
                "e7");
        assertThat(encode(new Downlink.GeneralReply(7, 0x0002, 0), ALTERNATIVE, 1))
                .isEqualTo(answer);
        assertThat(downlink(answer)).isEqualTo(new Downlink.GeneralReply(7, 0x0002, 0));
    }

    @Test
    void namesAWrongEscapeBetweenOtherFlagsAndGoesOn() {
        assertThat(decode("e7 0002 e603 e7".replace(" ", "")))
                .containsExactly(new Decoded.Malformed(
                        FrameFault.ESCAPE, "0xe6 or 0x3e is followed by neither 0x01 nor 0x02", "0002e603"));
    }

    @Test
    void readsAOneByteSerial() {
        Header header =
                frame(framed("5501", "0002", "740190311185", "09", "aabb")).header();
        assertThat(header.serial()).isEqualTo(9);
        assertThat(header.flags()).containsExactly(HeaderFlag.SHORT_SERIAL);
        Header asking =
                frame(framed("5502", "8002", "740190311185", "09", "aabb")).header();
        assertThat(asking.flags()).containsExactlyInAnyOrder(HeaderFlag.SHORT_SERIAL, HeaderFlag.ANSWER_WANTED);
    }

    @Test
    void answersWithAOneByteSerial() {
        String answer = framed(
                "4401",
                "0003",
                "740190311185",
                "01", // serial
                "5501", // answered id
                "00");
        Address address = new Address(ProtocolVersion.V2013, 0, "740190311185");
        assertThat(encode(new Downlink.ShortReply(0x5501, 0), address, 0x0101)).isEqualTo(answer);
        assertThat(downlink(answer)).isEqualTo(new Downlink.ShortReply(0x5501, 0));
        assertThat(frame(answer).header().uplink()).isFalse();
    }

    @Test
    void readsTextsInBracketsBetweenFrames() {
        String text = hex("28 42 41 53 45 2c 32 2c 54 49 4d 45 29"); // (BASE,2,TIME)
        Decoded read = new Decoded.Text("(BASE,2,TIME)");
        Decoded heartbeat = frame(HEARTBEAT_2013);
        assertThat(decode(text + HEARTBEAT_2013 + text + text + "0d0a" + HEARTBEAT_2013))
                .containsExactly(read, heartbeat, read, read, heartbeat);
    }

    @Test
    void takesAnOpenBracketForABeginningThatIsNoText() {
        assertThat(decode("28 41 42".replace(" ", "") + HEARTBEAT_2013)).containsExactly(frame(HEARTBEAT_2013));
        assertThat(decode("28" + "41".repeat(2000) + HEARTBEAT_2013)).containsExactly(frame(HEARTBEAT_2013));
        assertThat(decode("7e28417e" + HEARTBEAT_2013))
                .containsExactly(
                        new Decoded.Malformed(FrameFault.SHORT, "2 bytes are too short for a frame", "2841"),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void readsDataOfAnAttachmentBetweenFrames() {
        Decoded data = new Decoded.AttachmentData("a.jpg", 256, Body.ofHex("7e7d02"));
        Decoded heartbeat = frame(HEARTBEAT_2013);
        assertThat(decode(PACKET + HEARTBEAT_2013 + PACKET + PACKET + HEARTBEAT_2013))
                .containsExactly(data, heartbeat, data, data, heartbeat);
    }

    @Test
    void handsOnDataOfAnAttachmentAsTheyCome() {
        FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
        List<Decoded> out = new ArrayList<>();
        for (int i = 0; i < PACKET.length(); i += 2) {
            out.addAll(decoder.decode(bytes(PACKET.substring(i, i + 2)), NOW));
        }
        out.addAll(decoder.decode(bytes(HEARTBEAT_2013), NOW));
        assertThat(out)
                .containsExactly(
                        new Decoded.AttachmentData("a.jpg", 256, Body.ofHex("7e")),
                        new Decoded.AttachmentData("a.jpg", 257, Body.ofHex("7d")),
                        new Decoded.AttachmentData("a.jpg", 258, Body.ofHex("02")),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void skipsAPacketThatIsTooLong() {
        String head = PACKET.substring(0, 116) + "00020001"; // 128 KiB and one byte
        List<Decoded> read = decode(head + "7e".repeat((128 << 10) + 1) + HEARTBEAT_2013);
        assertThat(read)
                .containsExactly(
                        new Decoded.Malformed(FrameFault.OVERFLOW, "a packet of 131073 bytes may have 131072", head),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void doesNotSkipToWhereALyingPacketClaimsToEnd() {
        String head = PACKET.substring(0, 116) + "ffffffff";
        assertThat(decode(head + "616263" + HEARTBEAT_2013))
                .containsExactly(
                        new Decoded.Malformed(
                                FrameFault.OVERFLOW, "a packet of 4294967295 bytes may have 131072", head),
                        frame(HEARTBEAT_2013));
    }

    @Test
    void readsAnEmptyPacketAsNothing() {
        String empty = PACKET.substring(0, 116) + "00000000";
        assertThat(decode(empty + HEARTBEAT_2013)).containsExactly(frame(HEARTBEAT_2013));
    }

    @Test
    void readsTheSameHoweverTheBytesAreCut() {
        String text = hex("28 41 29");
        String junk = "0d0a";
        String stream = junk + HEARTBEAT_2013 + PACKET + text + HEARTBEAT_2013 + "7e7e" + HEARTBEAT_2013;
        List<Decoded> whole = decode(stream);
        assertThat(whole).hasSize(5);
        for (int cut = 2; cut < stream.length(); cut += 2) {
            FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
            List<Decoded> out = decoder.decode(bytes(stream.substring(0, cut)), NOW);
            out.addAll(decoder.decode(bytes(stream.substring(cut)), NOW));
            assertThat(joined(out)).isEqualTo(joined(whole));
        }
    }

    /** Data of an attachment put together again. */
    private static String joined(List<Decoded> all) {
        StringBuilder joined = new StringBuilder();
        for (Decoded decoded : all) {
            joined.append(
                    decoded instanceof Decoded.AttachmentData data ? data.body().hex() : decoded + "\n");
        }
        return joined.toString();
    }
}
