package org.motorpool.telematics.codec;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the header of a frame and decides its form. */
final class HeaderReader {
    /** Header of the 2013 form with a one-byte serial, and checksum. */
    static final int SHORTEST_FRAME_BYTES = 12;

    private static final int ANSWER_BIT = 1 << 15;
    private static final int VERSION_BIT = 1 << 14;
    private static final int SPLIT_BIT = 1 << 13;
    private static final int LENGTH_BITS = 0x3ff;

    private @Nullable Sender sender;
    private int bodyStart;
    private FrameFault fault = FrameFault.SHORT;
    private String problem = "";

    /**
     * The header of the frame in the window, which has at least {@link #SHORTEST_FRAME_BYTES}; null when there is a
     * {@link #problem}.
     *
     * @param last who sent the frame before
     */
    @Nullable
    Header read(Window window, Framing framing, @Nullable Sender last) {
        byte[] frame = window.frame();
        int from = window.frameFrom();
        int end = window.frameEnd() - 1;
        int properties = u16(frame, from + 2);
        HeaderForm form = form(window, framing, properties);
        int splitAt = from + form.bytes(framing);
        boolean split = (properties & SPLIT_BIT) != 0;
        bodyStart = splitAt + (split ? 4 : 0);
        if (bodyStart > end) {
            return problem(FrameFault.SHORT, tooShort(end + 1 - from, form.version()));
        }
        int total = split ? u16(frame, splitAt) : 0;
        int index = split ? u16(frame, splitAt + 2) : 0;
        if (split && (index < 1 || index > total)) {
            return problem(FrameFault.SPLIT, "part %d of %d does not exist".formatted(index, total));
        }
        Sender now = sender(window, framing, last, form.version());
        int serial = form.serialBytes() == 2 ? u16(frame, splitAt - 2) : frame[splitAt - 1] & 0xff;
        boolean lengthRight = (properties & LENGTH_BITS) == end - bodyStart;
        Set<HeaderFlag> flags = lengthRight && window.sum() == 0 && !now.hexPhone()
                ? form.flags()
                : flags(window, form, lengthRight, now);
        int encryption = properties >> 10 & 7;
        return new Header(u16(frame, from), now.address(), now.identity(), serial, total, index, encryption, flags);
    }

    private static String tooShort(int length, ProtocolVersion version) {
        return "%d bytes are too short for a %d header".formatted(length, version.year());
    }

    /** Where the body of the last frame begins. */
    int bodyStart() {
        return bodyStart;
    }

    /** Who sent the last frame that could be read. */
    @Nullable
    Sender sender() {
        return sender;
    }

    /** What is wrong with the last frame that could not be read. */
    String problem() {
        return problem;
    }

    /** The kind of {@link #problem}. */
    FrameFault fault() {
        return fault;
    }

    private @Nullable Header problem(FrameFault kind, String reason) {
        fault = kind;
        problem = reason;
        return null;
    }

    private Sender sender(Window window, Framing framing, @Nullable Sender last, ProtocolVersion version) {
        Sender now = last != null && last.sent(window, version, framing) ? last : new Sender(window, version, framing);
        sender = now;
        return now;
    }

    private static HeaderForm form(Window window, Framing framing, int properties) {
        byte[] frame = window.frame();
        int from = window.frameFrom();
        int split = (properties & SPLIT_BIT) != 0 ? 4 : 0;
        int rest = window.frameEnd() - 1 - from - split - (properties & LENGTH_BITS);
        if (HeaderForm.hasShortSerial(u16(frame, from)) && rest == HeaderForm.SHORT_SERIAL.bytes(framing)) {
            return (properties & ANSWER_BIT) != 0 ? HeaderForm.SHORT_SERIAL_WITH_ANSWER : HeaderForm.SHORT_SERIAL;
        }
        if ((properties & VERSION_BIT) != 0) {
            return rest == HeaderForm.V2013.bytes(framing) ? HeaderForm.V2013_CALLED_2019 : HeaderForm.V2019;
        }
        boolean miscalled = rest == HeaderForm.V2019.bytes(framing) && looksLike2019(frame, from + 4);
        return miscalled ? HeaderForm.V2019_CALLED_2013 : HeaderForm.V2013;
    }

    /** Version byte 1, then a phone number with at least six leading zeros. */
    private static boolean looksLike2019(byte[] frame, int at) {
        return frame[at] == 1 && frame[at + 1] == 0 && frame[at + 2] == 0 && frame[at + 3] == 0;
    }

    private static Set<HeaderFlag> flags(Window window, HeaderForm form, boolean lengthRight, Sender sender) {
        Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
        flags.addAll(form.flags());
        if (!lengthRight) {
            flags.add(HeaderFlag.LENGTH_MISMATCH);
        }
        if (window.sum() != 0) {
            flags.add(HeaderFlag.CHECKSUM);
        }
        if (sender.hexPhone()) {
            flags.add(HeaderFlag.HEX_PHONE);
        }
        return flags;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
