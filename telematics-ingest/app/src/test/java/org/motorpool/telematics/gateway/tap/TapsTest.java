package org.motorpool.telematics.gateway.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.contract.TerminalApi;
import org.motorpool.telematics.gateway.tap.Taps.Opening;

class TapsTest {

    private static final String HEARTBEAT = "7e000200000139123456780007357e";
    private static final String RAW_PHONE = "013912345678";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Taps taps = new Taps();
    private final Object connection = new Object();

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    }

    private Tap open(String phone, String account, Duration length) {
        return ((Opening.Opened) taps.open(phone, account, length)).tap();
    }

    private static List<String> heard(Tap tap) {
        return tap.after(0, 1000).stream().map(Heard::hex).toList();
    }

    @Test
    void hearsBothDirectionsOfTheTerminalAlone() {
        Tap tap = open("13912345678", "officer", MINUTE);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes(HEARTBEAT));
        taps.hear(connection, "013900000000", Direction.UP, bytes(HEARTBEAT));
        taps.hear(connection, "00000000013912345678", Direction.DOWN, bytes(HEARTBEAT));
        assertThat(tap.after(0, 10))
                .extracting(Heard::number, Heard::direction, Heard::hex)
                .containsExactly(tuple(1L, Direction.UP, HEARTBEAT), tuple(2L, Direction.DOWN, HEARTBEAT));
        assertThat(tap.after(1, 10)).extracting(Heard::number).containsExactly(2L);
        assertThat(tap.view().seen()).isEqualTo(2);
    }

    @Test
    void cutsTheStreamIntoFramesWhereverItIsCut() {
        Tap tap = open("13912345678", "officer", MINUTE);
        String stream = HEARTBEAT + HEARTBEAT.substring(2) + "7e0102";
        for (int at = 0; at < stream.length(); at += 2) {
            taps.hear(connection, RAW_PHONE, Direction.UP, bytes(stream.substring(at, at + 2)));
        }
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes("7e"));
        assertThat(heard(tap)).containsExactly(HEARTBEAT, HEARTBEAT, "7e01027e");
    }

    @Test
    void showsBytesOutsideOfFlagsAsTheyCame() {
        Tap tap = open("13912345678", "officer", MINUTE);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes("48454c4c4f"));
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes("0d0a" + HEARTBEAT));
        assertThat(heard(tap)).containsExactly("48454c4c4f", "0d0a", HEARTBEAT);
    }

    @Test
    void leavesTheBytesToWhoReadsThem() {
        open("13912345678", "officer", MINUTE);
        ByteBuf bytes = bytes(HEARTBEAT);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes);
        assertThat(bytes.readableBytes()).isEqualTo(HEARTBEAT.length() / 2);
    }

    @Test
    void doesNotMixTwoConnections() {
        Tap tap = open("13912345678", "officer", MINUTE);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes("7e0102"));
        taps.hear(new Object(), RAW_PHONE, Direction.UP, bytes(HEARTBEAT));
        assertThat(heard(tap)).containsExactly(HEARTBEAT);
    }

    @Test
    void keepsTheLastFramesOnly() {
        Tap tap = open("13912345678", "officer", MINUTE);
        for (int i = 0; i < TerminalApi.TAP_FRAMES + 10; i++) {
            taps.hear(connection, RAW_PHONE, Direction.UP, bytes(HEARTBEAT));
        }
        assertThat(heard(tap)).hasSize(TerminalApi.TAP_FRAMES);
        assertThat(tap.after(0, 1)).extracting(Heard::number).containsExactly(11L);
    }

    @Test
    void boundsWhatItKeepsOfLongFrames() {
        Tap tap = open("13912345678", "officer", MINUTE);
        String longest = "7e" + "00".repeat(8000) + "7e";
        for (int i = 0; i < 200; i++) {
            taps.hear(connection, RAW_PHONE, Direction.UP, bytes(longest));
        }
        assertThat(heard(tap).stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(1 << 20);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes("7e" + "00".repeat(100_000) + HEARTBEAT));
        assertThat(heard(tap))
                .allMatch(hex -> hex.length() <= 2 * 8192 + 4)
                .last()
                .isEqualTo(HEARTBEAT);
    }

    @Test
    void hearsNothingAfterItsEnd() {
        Tap tap = open("13912345678", "officer", Duration.ZERO);
        taps.hear(connection, RAW_PHONE, Direction.UP, bytes(HEARTBEAT));
        assertThat(heard(tap)).isEmpty();
        assertThat(taps.find("13912345678")).contains(tap);
    }

    @Test
    void forgetsWhatItHeardWhenItIsClosed() {
        open("13912345678", "officer", MINUTE);
        assertThat(taps.any()).isTrue();
        assertThat(taps.close("13912345678")).isTrue();
        assertThat(taps.find("13912345678")).isEmpty();
        assertThat(taps.any()).isFalse();
        assertThat(taps.close("13912345678")).isFalse();
    }

    @Test
    void belongsToWhoOpenedIt() {
        Tap tap = open("13912345678", "officer", MINUTE);
        assertThat(taps.open("13912345678", "other", MINUTE)).isEqualTo(new Opening.Taken());
        assertThat(open("13912345678", "officer", Duration.ofMinutes(2))).isSameAs(tap);
        assertThat(tap.view().until()).isAfter(tap.view().openedAt().plus(MINUTE));
    }

    @Test
    void areAFewAtATime() {
        for (int i = 0; i < Taps.MOST; i++) {
            open("1390000000" + i, "officer", MINUTE);
        }
        assertThat(taps.open("13999999999", "officer", MINUTE)).isEqualTo(new Opening.TooMany());
        taps.close("13900000000");
        assertThat(taps.open("13999999999", "officer", MINUTE)).isInstanceOf(Opening.Opened.class);
    }
}
