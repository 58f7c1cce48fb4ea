package org.motorpool.telematics.codec;

import java.nio.charset.StandardCharsets;

/** A text in brackets, printable ASCII, as electronic locks send it between frames: {@code (740190311185,1,001,ELOCK,…)}. */
final class TextFrame {
    static final int FIRST = '(';

    private static final int LONGEST_BYTES = 1024;

    private TextFrame() {}

    /** Where the text at {@code from} ends; {@code from} when it goes on behind {@code to}, −1 when it is no text. */
    static int end(byte[] bytes, int from, int to) {
        if (bytes[from] != FIRST) {
            return -1;
        }
        int limit = Math.min(to, from + LONGEST_BYTES);
        for (int at = from + 1; at < limit; at++) {
            if (bytes[at] == ')') {
                return at + 1;
            }
            if (bytes[at] < ' ' || bytes[at] >= '~') {
                return -1;
            }
        }
        return limit == to ? from : -1;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
