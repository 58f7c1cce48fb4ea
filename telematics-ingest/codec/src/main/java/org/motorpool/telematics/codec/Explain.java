package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Says for every byte of a frame what it is, for people who look at captures. */
public final class Explain {
    private static final FrameRules ONE_FRAME = FrameRules.LENIENT;

    private Explain() {}

    /**
     * Some bytes that mean one thing.
     *
     * @param offset of the first byte in the un-escaped frame, the opening flag is 0
     * @param bytes in hex
     * @param field the name of the field, as the standard has it, in English
     * @param value what the bytes say
     */
    public record Line(int offset, String bytes, String field, String value) {}

    /** The lines of one frame with its flags, in hex as it was on the wire; one line when it cannot be read. */
    public static List<Line> frame(String hex) {
        byte[] wire = HexFormat.of().parseHex(hex);
        List<Decoded> decoded = FrameDecoder.capture(wire, ONE_FRAME);
        if (decoded.size() != 1) {
            return List.of(new Line(0, hex, "malformed", "not one frame"));
        }
        return switch (decoded.getFirst()) {
            case Decoded.Frame(Header header, Body _) ->
                lines(header, plain(wire, header.address().framing()));
            case Decoded.Part(Header header, Body _) ->
                lines(header, plain(wire, header.address().framing()));
            case Decoded.Text(String text) -> List.of(new Line(0, hex, "text", text));
            case Decoded.AttachmentData _ -> packet(wire);
            case Decoded.Malformed(FrameFault _, String reason, String _) ->
                List.of(new Line(0, hex, "malformed", reason));
            case Decoded.Incomplete _, Decoded.Abandoned _ ->
                throw new IllegalStateException("one frame cannot expire: " + hex);
        };
    }

    private static List<Line> packet(byte[] wire) {
        ExplainCursor cursor = new ExplainCursor(Body.wrap(wire), wire.length);
        cursor.hex(4, "attachment data");
        cursor.text(50, "file name");
        cursor.number(4, "offset");
        cursor.number(4, "length");
        cursor.hex(cursor.left(), "data");
        return cursor.lines();
    }

    /** The frame without escapes, with one flag on each side. */
    private static Body plain(byte[] wire, Framing framing) {
        byte flag = (byte) framing.flag();
        int from = 0;
        while (wire[from] != flag || wire[from + 1] == flag) {
            from++;
        }
        int to = from + 1;
        while (wire[to] != flag) {
            to++;
        }
        byte[] inner = new byte[to - from - 1];
        int length = Escape.remove(framing, wire, from + 1, to, inner);
        byte[] framed = new byte[length + 2];
        framed[0] = flag;
        System.arraycopy(inner, 0, framed, 1, length);
        framed[length + 1] = flag;
        return Body.wrap(framed);
    }

    private static List<Line> lines(Header header, Body frame) {
        ExplainCursor cursor = new ExplainCursor(frame, frame.length() - 2);
        cursor.hex(1, "flag");
        header(header, cursor);
        if (header.encryption() != 0 || header.splitIndex() > 1) {
            cursor.hex(cursor.left(), "body (opaque)");
        } else {
            ExplainBody.lines(header, cursor);
        }
        ExplainCursor end = cursor.end(frame.length());
        end.hex(1, "checksum" + (header.flags().contains(HeaderFlag.CHECKSUM) ? " (wrong)" : ""));
        end.hex(1, "flag");
        return end.lines();
    }

    private static void header(Header header, ExplainCursor cursor) {
        cursor.hex(2, "message id");
        cursor.say(2, "body properties", properties(cursor.peek16(), header.flags()));
        if (header.version() == ProtocolVersion.V2019) {
            cursor.number(1, "protocol version");
        }
        cursor.say(header.address().phoneBytes(), "terminal phone", header.phone());
        cursor.number(header.flags().contains(HeaderFlag.SHORT_SERIAL) ? 1 : 2, "serial");
        if (header.split()) {
            cursor.number(2, "total parts");
            cursor.number(2, "part");
        }
    }

    private static String properties(int bits, Set<HeaderFlag> flags) {
        List<String> words = new ArrayList<>();
        words.add("body length %d".formatted(bits & 0x3ff));
        words.add("encryption %d".formatted(bits >> 10 & 7));
        words.add((bits >> 13 & 1) == 1 ? "split" : "not split");
        words.add((bits >> 14 & 1) == 1 ? "2019 form" : "2013 form");
        flags.stream().sorted().forEach(flag -> words.add(flag.label()));
        return String.join(", ", words);
    }
}
