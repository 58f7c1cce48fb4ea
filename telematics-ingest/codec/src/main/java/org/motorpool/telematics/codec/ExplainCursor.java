package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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

    /** The next bytes as an excerpt of their own; this cursor goes on behind them. */
    ExplainCursor excerpt(int width) {
        ExplainCursor excerpt = end(Math.min(end, at + width));
        at = excerpt.end;
        return excerpt;
    }

    int left() {
        return end - at;
    }

    List<Explain.Line> lines() {
        return List.copyOf(lines);
    }

    int peek8(int ahead) {
        return left() > ahead ? frame.u8(at + ahead) : 0;
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

    /** A number that counts a fraction of a unit, e.g. {@code scale} 10 for tenths. */
    void scaled(int width, int scale, String field) {
        field(width, field, from -> String.valueOf(number(from, width) / (double) scale));
    }

    void altitude(String field) {
        field(2, field, from -> String.valueOf(frame.i16(from)));
    }

    void text(int width, String field) {
        field(width, field, from -> "\"" + frame.text(from, from + width) + "\"");
    }

    void time(String field) {
        field(Bcd.TIME_BYTES, field, from -> {
            @Nullable Instant time = Bcd.time(frame, from);
            return time == null ? "no date" : time.atOffset(Bcd.ZONE).toString();
        });
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
