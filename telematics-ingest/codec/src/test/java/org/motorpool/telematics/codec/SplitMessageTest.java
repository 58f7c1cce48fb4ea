package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.NOW;
import static org.motorpool.telematics.codec.Frames.bytes;
import static org.motorpool.telematics.codec.Frames.decode;
import static org.motorpool.telematics.codec.Frames.framed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitMessageTest {
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);

    /** A part of 0x0800. */
    private static String part(int serial, int total, int index, String body) {
        return framed(
                "0800",
                "%04x".formatted(0x2000 | body.length() / 2), // bit 13: split
                "013912345678",
                "%04x".formatted(serial),
                "%04x".formatted(total),
                "%04x".formatted(index),
                body);
    }

    private List<Decoded> feed(String hex) {
        return decoder.decode(bytes(hex), NOW);
    }

    private static Header header(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Frame(Header header, Body _) -> header;
            case Decoded.Part(Header header, Body _) -> header;
            case Decoded.Incomplete(Header header, List<Integer> _) -> header;
            case Decoded.Abandoned(Header header, List<Integer> _) -> header;
            case Decoded.Text _, Decoded.AttachmentData _, Decoded.Malformed _ -> throw new AssertionError(decoded);
        };
    }

    /** What the platform has to ask for again. */
    private static List<Integer> asked(List<Decoded> all) {
        return all.stream()
                .filter(Decoded.Incomplete.class::isInstance)
                .flatMap(decoded -> ((Decoded.Incomplete) decoded).missing().stream())
                .toList();
    }

    private static List<Integer> lost(List<Decoded> all) {
        return all.stream()
                .filter(Decoded.Abandoned.class::isInstance)
                .flatMap(decoded -> ((Decoded.Abandoned) decoded).missing().stream())
                .toList();
    }

    private List<Decoded> expire(int seconds) {
        return decoder.expire(NOW.plus(Duration.ofSeconds(seconds)));
    }

    @Test
    void putsPartsTogetherInWhateverOrderTheyCome() {
        assertThat(feed(part(12, 3, 3, "cc"))).first().isInstanceOf(Decoded.Part.class);
        assertThat(feed(part(10, 3, 1, "aa"))).singleElement().isInstanceOf(Decoded.Part.class);
        assertThat(feed(part(11, 3, 2, "bb")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Frame.class,
                        frame -> assertThat(frame.body().hex()).isEqualTo("aabbcc"));
    }

    @Test
    void ignoresAPartThatComesTwice() {
        feed(part(10, 2, 1, "aa") + part(10, 2, 1, "aa"));
        assertThat(feed(part(11, 2, 2, "bb")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Frame.class,
                        frame -> assertThat(frame.body().hex()).isEqualTo("aabb"));
    }

    @Test
    void keepsInterleavedMessagesApartByTheirFirstSerial() {
        feed(part(10, 2, 1, "a1") + part(20, 2, 1, "b1"));
        assertThat(feed(part(21, 2, 2, "b2") + part(11, 2, 2, "a2")))
                .extracting(decoded -> ((Decoded.Frame) decoded).body().hex())
                .containsExactly("b1b2", "a1a2");
    }

    @Test
    void countsSerialsModulo65536() {
        feed(part(65_535, 2, 1, "aa"));
        assertThat(feed(part(0, 2, 2, "bb"))).singleElement().isInstanceOf(Decoded.Frame.class);
    }

    @Test
    void refusesAPartNumberOutOfRange() {
        assertThat(decode(part(10, 2, 3, "aa") + part(10, 2, 0, "aa")))
                .extracting(decoded -> ((Decoded.Malformed) decoded).reason())
                .containsExactly("part 3 of 2 does not exist", "part 0 of 2 does not exist");
    }

    @Test
    void refusesAMessageThatWouldBeTooLong() {
        assertThat(decode(part(10, 65_535, 1, "aa".repeat(17)))) // of 1114095 bytes
                .containsExactly(new Decoded.Malformed(
                        FrameFault.SPLIT,
                        "65535 such parts are more than the 1048576 bytes a split message may have",
                        ""));
    }

    @Test
    void asksForAGapAsSoonAsALaterPartShowsIt() {
        assertThat(asked(feed(part(10, 9, 1, "aa")))).isEmpty();
        assertThat(asked(feed(part(13, 9, 4, "dd")))).containsExactly(2, 3);
        assertThat(asked(feed(part(14, 9, 5, "ee")))).isEmpty();
        assertThat(asked(feed(part(17, 9, 8, "00") + part(17, 9, 8, "00")))).containsExactly(6, 7);
    }

    @Test
    void asksForGapsThreeTimesAtMost() {
        feed(part(11, 99, 2, "aa") + part(13, 99, 4, "aa") + part(15, 99, 6, "aa"));
        assertThat(asked(feed(part(17, 99, 8, "aa")))).isEmpty();
    }

    @Test
    void asksFor255PartsAtOnceAtMost() {
        assertThat(asked(feed(part(10, 60_000, 60_000, "aa")))).hasSize(255).startsWith(1, 2);
    }

    @Test
    void asksForWhatIsMissingTwiceInTheSilenceAndGivesUpThen() {
        feed(part(10, 3, 1, "aa"));
        assertThat(expire(19)).isEmpty();
        assertThat(asked(expire(20))).containsExactly(2, 3);
        assertThat(expire(39)).isEmpty();
        assertThat(asked(expire(40))).containsExactly(2, 3);
        assertThat(expire(59)).isEmpty();
        assertThat(lost(expire(60))).containsExactly(2, 3);
        assertThat(decoder.waiting()).isFalse();
    }

    @Test
    void waitsAnewAfterEachNewPart() {
        feed(part(10, 3, 1, "aa"));
        decoder.decode(bytes(part(12, 3, 3, "cc")), NOW.plusSeconds(59));
        assertThat(lost(expire(118))).isEmpty();
        decoder.decode(bytes(part(12, 3, 3, "cc")), NOW.plusSeconds(118)); // not new
        assertThat(lost(expire(119))).containsExactly(2);
    }

    @Test
    void makesRoomForANinthMessageByGivingUpTheOldest() {
        for (int message = 0; message < 8; message++) {
            feed(part(message * 10, 2, 1, "aa"));
        }
        Decoded first = feed(part(200, 2, 1, "aa")).getFirst();
        assertThat(first).isInstanceOf(Decoded.Abandoned.class);
        assertThat(header(first).serial()).isZero();
    }

    @Test
    void makesRoomForAnotherMessageWhenAllTogetherTakeTooMuch() {
        List<Decoded> out = new ArrayList<>();
        for (int index = 1; index <= 800; index++) { // two messages, 800 kB each
            out.addAll(feed(part(index, 900, index, "aa".repeat(1000))));
            out.addAll(feed(part(5000 + index, 900, index, "bb".repeat(1000))));
        }
        assertThat(lost(out)).isNotEmpty();
        assertThat(decoder.kept_bytes()).isLessThan(1 << 20);
    }

    @Test
    void takesUpLittleForAHeaderThatClaimsManyParts() {
        feed(part(10, 60_000, 1, "aa"));
        assertThat(decoder.kept_bytes()).isLessThan(1000);
        feed(part(69, 60_000, 60, "aa") + part(59_999 + 10 & 0xffff, 60_000, 60_000, "aa"));
        assertThat(decoder.kept_bytes()).isLessThan(10_000);
    }

    @Test
    void staysSmallUnderAMillionTinyParts() {
        Address address = Address.of(ProtocolVersion.V2013, "13912345678");
        ByteBuf frame = Unpooled.buffer();
        int parts = 0;
        int largest_bytes = 0;
        for (int n = 0; n < 1_000_000; n++) {
            int message = n / 50_000; // twenty of them, of each 50000 of 65535 parts
            int index = n % 50_000 + 1;
            new FrameEncoder.FrameHead(0x0800, address, message * 7 + index - 1 & 0xffff, 65_535, index)
                    .write(Unpooled.wrappedBuffer(new byte[] {(byte) n}), frame.clear());
            parts += decoder.decode(frame, NOW).stream().anyMatch(Decoded.Part.class::isInstance) ? 1 : 0;
            largest_bytes = Math.max(largest_bytes, decoder.kept_bytes());
        }
        assertThat(parts).isEqualTo(1_000_000);
        assertThat(largest_bytes).isLessThan(1 << 20);
    }
}
