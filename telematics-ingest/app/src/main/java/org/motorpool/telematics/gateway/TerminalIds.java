package org.motorpool.telematics.gateway;

import java.util.Locale;
import java.util.stream.IntStream;

/** Compares manufacturers' ids of terminals, which a frame may cut. */
final class TerminalIds {

    /** Bytes of the field in 0x0100: table 7 of JT/T 808-2013 (and 2011), table 8 of 2019. */
    private static final int[] FIELD_WIDTHS = {7, 30};

    private TerminalIds() {}

    /** Whether the id that was sent is this one, or all of it that a field takes: of a longer id the last characters. */
    static boolean same(String sent, String whole) {
        String plain = plain(sent);
        return IntStream.of(FIELD_WIDTHS).anyMatch(width -> plain.equals(plain(last(plain(whole), width))));
    }

    private static String last(String id, int width) {
        return id.substring(Math.max(0, id.length() - width));
    }

    /** Fields are padded with NUL or blanks, on either side. */
    static String plain(String id) {
        return id.replace("\0", "").strip().toUpperCase(Locale.ROOT);
    }
}
