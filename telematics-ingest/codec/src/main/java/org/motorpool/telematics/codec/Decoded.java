package org.motorpool.telematics.codec;

import java.util.List;

/** What the bytes of a connection turned out to be. */
public sealed interface Decoded {

    /** A whole message; the header is that of its (last) frame. */
    record Frame(Header header, Body body) implements Decoded {}

    /** A good part of a split message that is not complete yet; terminals expect an answer to each part. */
    record Part(Header header, Body body) implements Decoded {}

    /**
     * Parts of a split message did not come so far: time to ask for them again.
     *
     * @param header header of the last part that came
     * @param missing part numbers, from 1
     */
    record Incomplete(Header header, List<Integer> missing) implements Decoded {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A split message whose parts did not all come in time, or that had to make room for others: it is lost.
     *
     * @param header header of the last part that came
     * @param missing part numbers, from 1, that never came
     */
    record Abandoned(Header header, List<Integer> missing) implements Decoded {
        public Abandoned {
            missing = List.copyOf(missing);
        }
    }

    /** A text in brackets, as some locks send it on the same connection; with its brackets. */
    record Text(String text) implements Decoded {}

    /**
     * Data of an attachment (T/JSATL 12-2017), as they come: a packet may be cut into several of these.
     *
     * @param name the file's name as the terminal says it: it may be anything, also a path
     * @param offset of the first byte in the file
     */
    record AttachmentData(String name, long offset, Body body) implements Decoded {}

    /**
     * Bytes that are no frame.
     *
     * @param reason what is wrong, for people
     * @param hex the bytes between the flags as received, cut at 1024 bytes
     */
    record Malformed(FrameFault fault, String reason, String hex) implements Decoded {}
}
