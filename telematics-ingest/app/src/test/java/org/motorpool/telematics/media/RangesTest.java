package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {

    private final Ranges ranges = new Ranges(3);

    @Test
    void missesAllOfAFileOfWhichNothingCame() {
        assertThat(ranges.missing(100, 255)).containsExactly(new FileRange(0, 100));
    }

    @Test
    void missesNothingOfAnEmptyFile() {
        assertThat(ranges.missing(0, 255)).isEmpty();
    }

    @Test
    void namesTheGapsInOrder() {
        ranges.add(60, 20);
        ranges.add(10, 20);
        assertThat(ranges.missing(100, 255))
                .containsExactly(new FileRange(0, 10), new FileRange(30, 30), new FileRange(80, 20));
    }

    @Test
    void namesOnlySoManyGaps() {
        ranges.add(60, 20);
        ranges.add(10, 20);
        assertThat(ranges.missing(100, 2)).containsExactly(new FileRange(0, 10), new FileRange(30, 30));
    }

    @Test
    void joinsWhatOverlapsAndWhatTouches() {
        ranges.add(0, 10);
        ranges.add(20, 10);
        ranges.add(10, 10);
        ranges.add(5, 50);
        assertThat(ranges.missing(55, 255)).isEmpty();
    }

    @Test
    void hasNoRoomForAPieceApartBeyondItsBound() {
        ranges.add(0, 1);
        ranges.add(10, 1);
        ranges.add(20, 1);
        assertThat(ranges.hasRoom(30, 1)).isFalse();
        assertThat(ranges.hasRoom(21, 5)).isTrue();
        assertThat(ranges.hasRoom(5, 5)).isTrue();
        assertThat(ranges.hasRoom(10, 1)).isTrue();
    }

    /** A set of bits knows the same, slowly. */
    @Test
    void agreesWithASetOfBits() {
        Random random = new Random(808);
        for (int run = 0; run < 200; run++) {
            Ranges many = new Ranges(1000);
            BitSet bits = new BitSet();
            for (int i = 0; i < 40; i++) {
                int offset = random.nextInt(200);
                int length = 1 + random.nextInt(20);
                many.add(offset, length);
                bits.set(offset, offset + length);
            }
            assertThat(many.missing(220, 255)).isEqualTo(gaps(bits, 220));
        }
    }

    private static List<FileRange> gaps(BitSet bits, int size) {
        List<FileRange> gaps = new ArrayList<>();
        int at = bits.nextClearBit(0);
        while (at < size) {
            int end = bits.nextSetBit(at) < 0 ? size : bits.nextSetBit(at);
            gaps.add(new FileRange(at, end - at));
            at = bits.nextClearBit(end);
        }
        return gaps;
    }
}
