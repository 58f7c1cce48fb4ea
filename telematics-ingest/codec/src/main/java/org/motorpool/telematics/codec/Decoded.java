package org.motorpool.telematics.codec;

import java.util.List;

/** What the bytes between two flags turned out to be. */
public sealed interface Decoded {

    /** A whole message; the header is that of its (last) frame. */
    record Frame(Header header, Body body) implements Decoded {}

    /** A good part of a split message that is not complete yet; terminals expect an answer to each part. */
    record Part(Header header, Body body) implements Decoded {}

    /**
     * A split message whose parts did not all come in time, or that had to make room for others.
     *
     * @param header header of the last part that came
     * @param missing part numbers, from 1, that never came
     */
    record Incomplete(Header header, List<Integer> missing) implements Decoded {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Bytes that are no frame.
     *
     * @param reason what is wrong, for people
     * @param hex the bytes between the flags as received, cut at 1024 bytes
     */
    record Malformed(FrameFault fault, String reason, String hex) implements Decoded {}
}
