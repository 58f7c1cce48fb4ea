package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motorpool.telematics.codec.Frames.NOW;
import static org.motorpool.telematics.codec.Frames.downlink;
import static org.motorpool.telematics.codec.Frames.encode;
import static org.motorpool.telematics.codec.Frames.framed;
import static org.motorpool.telematics.codec.Frames.hex;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownlinkTest {
    private static final Address ADDRESS_2013 = Address.of(ProtocolVersion.V2013, "13912345678");
    private static final Address ADDRESS_2019 = Address.of(ProtocolVersion.V2019, "13912345678");

    private static String frame2013(String messageId, String body) {
        return framed(messageId, "%04x".formatted(body.length() / 2), "013912345678", "0001", body);
    }

    private static String frame2019(String messageId, String body) {
        return framed(
                messageId, "%04x".formatted(0x4000 | body.length() / 2), "01", "00000000013912345678", "0001", body);
    }

    private static void readsAndWrites(String frame, Downlink message, Address address) {
        assertThat(downlink(frame)).isEqualTo(message);
        assertThat(encode(message, address, 1)).isEqualTo(frame);
    }

    @Test
    void readsAndWritesAGeneralReply() {
        String body = hex("7e7d", "0200", "04"); // serial that must be escaped, location report, alarm noted
        readsAndWrites(frame2013("8001", body), new Downlink.GeneralReply(0x7e7d, 0x0200, 4), ADDRESS_2013);
    }

    @Test
    void readsAndWritesARegisterReply() {
        readsAndWrites(
                frame2019("8100", hex("0001", "00", "414243")), new Downlink.RegisterReply(1, 0, "ABC"), ADDRESS_2019);
        readsAndWrites(frame2013("8100", hex("0001", "04")), new Downlink.RegisterReply(1, 4, ""), ADDRESS_2013);
    }

    @Test
    void readsAndWritesAResendRequestOfBothVersions() {
        Downlink request = new Downlink.ResendRequest(0x0010, List.of(2, 3));
        readsAndWrites(frame2013("8003", hex("0010", "02", "0002", "0003")), request, ADDRESS_2013);
        readsAndWrites(frame2019("8003", hex("0010", "0002", "0002", "0003")), request, ADDRESS_2019);
    }

    @Test
    void readsAndWritesParameters() {
        String body = hex(
                "01", // one parameter
                "00000029", // default report interval
                "04",
                "0000000a"); // 10 s
        readsAndWrites(
                frame2013("8103", body),
                new Downlink.SetParameters(List.of(Parameter.dword(0x0029, 10))),
                ADDRESS_2013);
        assertThat(Parameter.dword(0x0029, 10).number()).isEqualTo(10);
    }

    @Test
    void readsAndWritesATextOfBothVersions() {
        readsAndWrites(
                frame2013("8300", hex("08", "c4e3bac3")), // speak; 你好 in GBK
                new Downlink.SendText(8, 0, "你好"),
                ADDRESS_2013);
        readsAndWrites(
                frame2019("8300", hex("08", "02", "c4e3bac3")), // speak; service
                new Downlink.SendText(8, 2, "你好"),
                ADDRESS_2019);
    }

    @Test
    void readsAndWritesALocateNow() {
        readsAndWrites(frame2013("8201", ""), new Downlink.LocateNow(), ADDRESS_2013);
    }

    @Test
    void namesATruncatedBody() {
        assertThat(downlink(frame2013("8001", "00"))).isInstanceOf(Downlink.Malformed.class);
        assertThat(downlink(frame2013("8003", "001002"))).isInstanceOf(Downlink.Malformed.class);
        assertThat(downlink(frame2013("8100", "00"))).isInstanceOf(Downlink.Malformed.class);
        assertThat(downlink(frame2013("8103", "0100000029"))).isInstanceOf(Downlink.Malformed.class);
        assertThat(downlink(frame2019("8300", "08"))).isInstanceOf(Downlink.Malformed.class);
    }

    @Test
    void splitsABodyThatIsTooLongForOneFrame() {
        Downlink.Unmodelled message = new Downlink.Unmodelled(0x8f00, "5a".repeat(2047)); // 1023 + 1023 + 1
        ByteBuf out = Unpooled.buffer();
        assertThat(FrameEncoder.encode(message, ADDRESS_2019, 65_535, out)).isEqualTo(3);
        List<Decoded> parts = new FrameDecoder(FrameRules.STRICT).decode(out, NOW);
        assertThat(parts).hasSize(3);
        Decoded.Frame whole = (Decoded.Frame) parts.getLast();
        assertThat(whole.header().serial()).isEqualTo(1);
        assertThat(DownlinkDecoder.decode(whole.header(), whole.body())).isEqualTo(message);
    }

    @Test
    void refusesToWriteATextThatIsTooLong() {
        assertThatThrownBy(() -> encode(new Downlink.SendText(8, 0, "a".repeat(1025)), ADDRESS_2013, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text has length 1025, may have 1024 at most");
    }

    @Test
    void namesMoreAreasThanOneMessageMayDelete() {
        Header header = DownlinkFrames.header(ProtocolVersion.V2013, 0x8601);
        assertThat(DownlinkDecoder.decode(header, Body.ofHex("7e" + "00000001".repeat(126))))
                .isInstanceOfSatisfying(Downlink.Malformed.class, malformed -> assertThat(malformed.reason())
                        .isEqualTo("ids has length 126, may have 125 at most"));
    }

    @Test
    void namesATextThatIsTooLongToBeWritten() {
        Header header = DownlinkFrames.header(ProtocolVersion.V2019, 0x8300);
        assertThat(DownlinkDecoder.decode(header, Body.ofHex("0802" + "61".repeat(1024))))
                .isEqualTo(new Downlink.SendText(8, 2, "a".repeat(1024)));
        assertThat(DownlinkDecoder.decode(header, Body.ofHex("0802" + "61".repeat(1025))))
                .isInstanceOfSatisfying(Downlink.Malformed.class, malformed -> assertThat(malformed.reason())
                        .isEqualTo("text has length 1025, may have 1024 at most"));
    }
}
