package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Walks over a frame and writes a line for each field; a field that is cut off gets a line of what is there. */
final class ExplainCursor {
    private final Body frame;
    private final int end;
    private final List<Explain.Line> lines;
    private int at;

    ExplainCursor(Body frame, int end) {
        this(frame, 0, end, new ArrayList<>());
    }

    private ExplainCursor(Body frame, int at, int end, List<Explain.Line> lines) {
        this.frame = frame;
        this.at = at;
        this.end = end;
        this.lines = lines;
    }

    /** From here to another end; the lines go to the same list. */
    ExplainCursor end(int otherEnd) {
        return new ExplainCursor(frame, at, otherEnd, lines);
    }

    /** A reader of the same bytes; this cursor does not go on. */
    FieldReader fields(ProtocolVersion version) {
        return FieldReader.tracing(frame.part(at, end), at, version);
    }

    /** Takes over what a reader of {@link #fields} says of all the bytes. */
    void take(FieldReader fields) {
        lines.addAll(fields.lines());
        at = end;
    }

    int left() {
        return end - at;
    }

    List<Explain.Line> lines() {
        return List.copyOf(lines);
    }

    int peek16() {
        return left() > 1 ? frame.u16(at) : 0;
    }

    void hex(int width, String field) {
        field(width, field, from -> "0x" + frame.hex(from, from + width));
    }

    void number(int width, String field) {
        field(width, field, from -> String.valueOf(number(from, width)));
    }

    void text(int width, String field) {
        field(width, field, from -> "\"" + frame.text(from, from + width) + "\"");
    }

    /** A field whose meaning the caller knows. */
    void say(int width, String field, String value) {
        field(width, field, _ -> value);
    }

    private void field(int width, String field, IntFunction<String> value) {
        int there = Math.min(width, left());
        if (there <= 0) {
            return;
        }
        String bytes = frame.hex(at, at + there);
        lines.add(new Explain.Line(at, bytes, field, there < width ? "cut off" : value.apply(at)));
        at += there;
    }

    private long number(int from, int width) {
        long number = 0;
        for (int i = from; i < from + width; i++) {
            number = number << 8 | frame.u8(i);
        }
        return number;
    }
}
