package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.NOW;
import static org.motorpool.telematics.codec.Frames.bytes;
import static org.motorpool.telematics.codec.Frames.decode;
import static org.motorpool.telematics.codec.Frames.framed;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitMessageTest {
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);

    /** A part of 0x0800 with one byte of body. */
    private static String part(int serial, int total, int index, String body) {
        return framed(
                "0800",
                "2001", // bit 13: split; 1 byte
                "013912345678",
                "%04x".formatted(serial),
                "%04x".formatted(total),
                "%04x".formatted(index),
                body);
    }

    private List<Decoded> feed(String hex) {
        return decoder.decode(bytes(hex), NOW);
    }

    @Test
    void putsPartsTogetherInWhateverOrderTheyCome() {
        assertThat(feed(part(12, 3, 3, "cc"))).singleElement().isInstanceOf(Decoded.Part.class);
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
        assertThat(decode(part(10, 65_535, 1, "aa")))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.Malformed.class, malformed -> assertThat(malformed.reason())
                        .contains("65535 parts"));
    }

    @Test
    void givesUpAfterTheDeadlineAndSaysWhatIsMissing() {
        feed(part(10, 3, 1, "aa"));
        assertThat(decoder.expire(NOW.plus(Duration.ofSeconds(59)))).isEmpty();
        assertThat(decoder.expire(NOW.plus(Duration.ofSeconds(60))))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.Abandoned.class, abandoned -> assertThat(abandoned.missing())
                        .containsExactly(2, 3));
    }

    @Test
    void makesRoomForANinthMessageByGivingUpTheOldest() {
        for (int message = 0; message < 8; message++) {
            feed(part(message * 10, 2, 1, "aa"));
        }
        assertThat(feed(part(200, 2, 1, "aa")))
                .first()
                .isInstanceOfSatisfying(
                        Decoded.Abandoned.class,
                        abandoned -> assertThat(abandoned.header().serial()).isZero());
    }
}
