package org.motorpool.telematics.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A split message whose parts come in. What it takes up grows with the bytes that came, not with the number of parts that
 * a header claims.
 */
final class Assembly {
    /** What one 0x8003 may ask for: the number of parts is a byte in the 2013 form. */
    private static final int MOST_ASKED_FOR = 255;

    private static final int MOST_REQUESTS_FOR_GAPS = 3;
    private static final int REQUESTS_IN_SILENCE = 2;

    /** What the objects take up beside their arrays. */
    private static final int OBJECTS_BYTES = 256;

    private final Duration deadline;
    private final BitSet got = new BitSet();
    private byte[] bytes;
    private int used;
    /** Number of each part, from 1, and where it ends in {@link #bytes}, in the order in which they came. */
    private int[] places = new int[2];

    private int parts;
    private int highest;
    private int requestsForGaps;
    private int requestsInSilence;
    private Header last;
    private Instant lastNew;

    /**
     * @param deadline how long after its last new part it is given up
     */
    Assembly(Header header, Body firstToCome, Instant now, Duration deadline) {
        this.deadline = deadline;
        this.bytes = new byte[firstToCome.length()];
        this.last = header;
        this.lastNew = now;
    }

    /** Memory that it takes up. */
    int memory_bytes() {
        return OBJECTS_BYTES + bytes.length + places.length * Integer.BYTES + got.size() / Byte.SIZE;
    }

    /** Takes a part in, unless it has it already. */
    void add(Header header, Body body, Instant now) {
        last = header;
        if (got.get(header.splitIndex())) {
            return;
        }
        got.set(header.splitIndex());
        lastNew = now;
        requestsInSilence = 0;
        if (used + body.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + body.length(), bytes.length * 3 / 2));
        }
        body.copyTo(used, bytes);
        used += body.length();
        place(header.splitIndex());
    }

    private void place(int index) {
        if (2 * parts == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[2 * parts] = index;
        places[2 * parts + 1] = used;
        parts++;
    }

    /** The parts that the last one showed to be missing, the first time it does. */
    List<Integer> newGap() {
        int before = highest;
        highest = Math.max(highest, last.splitIndex());
        if (highest <= before + 1 || requestsForGaps == MOST_REQUESTS_FOR_GAPS) {
            return List.of();
        }
        requestsForGaps++;
        return missing(before + 1, highest).limit(MOST_ASKED_FOR).boxed().toList();
    }

    /** The missing parts, when no new one came for a while: after each third of the deadline. */
    List<Integer> overdue(Instant now) {
        if (requestsInSilence == REQUESTS_IN_SILENCE || now.isBefore(nextDue())) {
            return List.of();
        }
        requestsInSilence++;
        return missing(1, last.splitTotal()).limit(MOST_ASKED_FOR).boxed().toList();
    }

    /** When to ask for parts or to give up, if none comes before. */
    Instant nextDue() {
        return lastNew.plus(deadline.multipliedBy(requestsInSilence + 1).dividedBy(REQUESTS_IN_SILENCE + 1));
    }

    boolean expired(Instant now) {
        return !now.isBefore(lastNew.plus(deadline));
    }

    boolean complete() {
        return parts == last.splitTotal();
    }

    Header last() {
        return last;
    }

    Decoded.Abandoned abandoned() {
        return new Decoded.Abandoned(last, missing(1, last.splitTotal()).boxed().toList());
    }

    /** All parts in their order; only when it is complete. */
    Body whole() {
        return inOrder() ? Body.lend(bytes, 0, used) : ordered();
    }

    private boolean inOrder() {
        return IntStream.range(0, parts).allMatch(at -> places[2 * at] == at + 1);
    }

    private Body ordered() {
        int[] placeOf = new int[parts];
        for (int at = 0; at < parts; at++) {
            placeOf[places[2 * at] - 1] = at;
        }
        byte[] whole = new byte[used];
        int to = 0;
        for (int at : placeOf) {
            int from = at == 0 ? 0 : places[2 * at - 1];
            int length = places[2 * at + 1] - from;
            System.arraycopy(bytes, from, whole, to, length);
            to += length;
        }
        return Body.wrap(whole);
    }

    private IntStream missing(int from, int to) {
        return IntStream.rangeClosed(from, to).filter(index -> !got.get(index));
    }
}
