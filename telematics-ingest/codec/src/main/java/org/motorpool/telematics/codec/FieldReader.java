package org.motorpool.telematics.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body field by field, in wire order. A field that the body is too short for reads as zero or empty, and
 * {@link #problem()} names it: no bytes make it throw. One that traces also says what each byte was, which is how
 * {@link Explain} knows every message that can be decoded.
 */
final class FieldReader {
    private final Body body;
    private final int end;
    private final @Nullable FieldTrace trace;
    private int at;
    private @Nullable String problem;

    /** Reads all of the body. */
    FieldReader(Body body) {
        this(body, 0, body.length(), null);
    }

    private FieldReader(Body body, int from, int to, @Nullable FieldTrace trace) {
        this.body = body;
        this.at = from;
        this.end = to;
        this.trace = trace;
    }

    /** Reads the same bytes and writes a line for each field; {@code offset} is that of the body in its frame. */
    static FieldReader tracing(Body body, int offset, ProtocolVersion version) {
        return new FieldReader(body, 0, body.length(), new FieldTrace(offset, version, new ArrayList<>()));
    }

    /** The lines so far; only of a reader that traces. */
    List<Explain.Line> lines() {
        return trace == null ? List.of() : List.copyOf(trace.lines());
    }

    /** Bytes not read yet. */
    int left() {
        return end - at;
    }

    /** Whether there are so many bytes, and nothing was missing before. */
    boolean has(int bytes) {
        return problem == null && left() >= bytes;
    }

    /** The byte that is {@code ahead} of the next, without reading it; −1 when there is none. */
    int peek(int ahead) {
        return ahead < left() ? body.u8(at + ahead) : -1;
    }

    /** The WORD that is {@code ahead} of the next byte, without reading it; −1 when there is none. */
    int peek16(int ahead) {
        return ahead + 1 < left() ? body.u16(at + ahead) : -1;
    }

    /** The DWORD that is {@code ahead} of the next byte, without reading it; −1 when there is none. */
    long peek32(int ahead) {
        return ahead + 3 < left() ? body.u32(at + ahead) : -1;
    }

    /** The BCD[6] that is {@code ahead} of the next byte, without reading it; null when there is none or it is no date. */
    @Nullable
    Instant peekTime(int ahead) {
        return ahead + Bcd.TIME_BYTES <= left() ? Bcd.time(body, at + ahead) : null;
    }

    /** How many of {@code claimed} things of so many bytes there can be. */
    int whole(long claimed, int bytes) {
        return (int) Math.min(claimed, left() / bytes);
    }

    /** Whether {@code layout} finds everything it reads and ends where the bytes end; nothing is read by that. */
    boolean fits(Consumer<FieldReader> layout) {
        FieldReader trial = new FieldReader(body, at, end, null);
        layout.accept(trial);
        return problem == null && trial.problem == null && trial.left() == 0;
    }

    /** What was missing, null when every field was there. */
    @Nullable
    String problem() {
        return problem;
    }

    int u8(String field) {
        int from = take(1, field);
        return from < 0 ? 0 : shown(from, 1, field, body.u8(from));
    }

    int i8(String field) {
        int from = take(1, field);
        return from < 0 ? 0 : shown(from, 1, field, (byte) body.u8(from));
    }

    int u16(String field) {
        int from = take(2, field);
        return from < 0 ? 0 : shown(from, 2, field, body.u16(from));
    }

    int i16(String field) {
        int from = take(2, field);
        return from < 0 ? 0 : shown(from, 2, field, body.i16(from));
    }

    /** A WORD whose highest bit is the sign of the others. */
    int signMagnitude(String field) {
        int from = take(2, field);
        if (from < 0) {
            return 0;
        }
        int magnitude = body.u16(from) & 0x7fff;
        return shown(from, 2, field, body.i16(from) < 0 ? -magnitude : magnitude);
    }

    long u32(String field) {
        int from = take(4, field);
        return from < 0 ? 0 : shown(from, 4, field, body.u32(from));
    }

    /** A number in so many bytes, 1 to 7. */
    long number(int bytes, String field) {
        return number(bytes, field, String::valueOf);
    }

    /** A number in so many bytes, 1 to 7, that means what {@code meaning} says. */
    long number(int bytes, String field, LongFunction<String> meaning) {
        int from = take(bytes, field);
        if (from < 0) {
            return 0;
        }
        long value = 0;
        for (int at = from; at < from + bytes; at++) {
            value = value << Byte.SIZE | body.u8(at);
        }
        long number = value;
        say(from, bytes, field, () -> meaning.apply(number));
        return value;
    }

    /** Flags: a number that people read in hex. */
    long bits(int bytes, String field) {
        int from = take(bytes, field);
        if (from < 0) {
            return 0;
        }
        String digits = body.hex(from, from + bytes);
        say(from, bytes, field, () -> "0x" + digits);
        return Long.parseUnsignedLong(digits, 16);
    }

    /** Flags, with the names of those that are set. */
    void flags(int bytes, String field, LongFunction<List<String>> names) {
        int digits = 2 * bytes;
        number(bytes, field, bits -> {
            String hex = "0x" + HexFormat.of().toHexDigits(bits, digits);
            List<String> set = names.apply(bits);
            return set.isEmpty() ? hex : hex + ": " + String.join("; ", set);
        });
    }

    /** A number in parts of a unit: 1000000 for degrees, 10 for tenths. */
    double scaled(int bytes, int scale, String field) {
        int from = take(bytes, field);
        if (from < 0) {
            return 0;
        }
        double value = (bytes == 2 ? body.u16(from) : body.u32(from)) / (double) scale;
        say(from, bytes, field, () -> String.valueOf(value));
        return value;
    }

    /** A GBK string of fixed width, without its padding. */
    String text(int bytes, String field) {
        int from = take(bytes, field);
        if (from < 0) {
            return "";
        }
        String value = body.text(from, from + bytes);
        say(from, bytes, field, () -> "\"" + value + "\"");
        return value;
    }

    /** The GBK string up to the end. */
    String text(String field) {
        return text(Math.max(0, left()), field);
    }

    /** It is a problem when there are more; they are left unread. */
    FieldReader atMost(String field, int limit, int length) {
        if (problem == null && length > limit) {
            problem = String.format(Locale.ROOT, "%s has length %d, may have %d at most", field, length, limit);
            say(at, left(), field, () -> "too many");
            at = end;
        }
        return this;
    }

    /** A GBK string behind its length, a field of {@code lengthBytes} bytes. */
    String counted(int lengthBytes, String field) {
        String length = trace == null ? field : field + " length";
        return text(lengthBytes == 1 ? u8(length) : u16(length), field);
    }

    /** The UTF-16BE string up to the end, without blanks on both sides. */
    String utf16(String field) {
        int bytes = Math.max(0, left()) / 2 * 2;
        int from = take(bytes, field);
        if (from < 0) {
            return "";
        }
        String value =
                new String(HexFormat.of().parseHex(body.hex(from, from + bytes)), StandardCharsets.UTF_16BE).trim();
        say(from, bytes, field, () -> "\"" + value + "\"");
        return value;
    }

    /** BCD digits as they are; letters where a nibble is none. */
    String digits(int bytes, String field) {
        int from = take(bytes, field);
        if (from < 0) {
            return "";
        }
        String value = body.hex(from, from + bytes);
        say(from, bytes, field, () -> value);
        return value;
    }

    /** All bytes that are left, without reading them, in memory of their own. */
    Body rest() {
        return body.part(at, end).copy();
    }

    /** Whether only zeros are left. */
    boolean paddingOnly() {
        return LocationReader.paddingOnly(body, at, end);
    }

    /** Whether all bytes that are left are GBK characters to be printed, with nothing but zeros behind them. */
    boolean isText() {
        return body.part(at, end).isText();
    }

    /** All bytes that are left, in memory of their own. */
    Body bytes(String field) {
        int bytes = Math.max(0, left());
        int from = take(bytes, field);
        if (from < 0) {
            return Body.EMPTY;
        }
        say(from, bytes, field, () -> bytes + " bytes");
        return body.part(from, from + bytes).copy();
    }

    /** Bytes that are kept as they are, in hex. */
    String hex(int bytes, String field) {
        return hex(bytes, field, value -> "0x" + value);
    }

    /** Bytes that are kept as they are, in hex, and what they say. */
    String hex(int bytes, String field, UnaryOperator<String> meaning) {
        int from = take(bytes, field);
        if (from < 0) {
            return "";
        }
        String value = body.hex(from, from + bytes);
        say(from, bytes, field, () -> meaning.apply(value));
        return value;
    }

    /** All bytes that are left, in hex. */
    String hex(String field) {
        return hex(Math.max(0, left()), field);
    }

    /** So many bytes, in memory of their own. */
    Body bytes(long bytes, String field) {
        int wanted = (int) Math.min(bytes, Integer.MAX_VALUE);
        int from = take(wanted, field);
        if (from < 0) {
            return Body.EMPTY;
        }
        say(from, wanted, field, () -> wanted + " bytes");
        return body.part(from, from + wanted).copy();
    }

    /** BCD[6] in UTC; null when the bytes are no date. */
    @Nullable
    Instant utc(String field) {
        int from = take(Bcd.TIME_BYTES, field);
        if (from < 0) {
            return null;
        }
        @Nullable Instant time = Bcd.utc(body, from);
        say(from, Bcd.TIME_BYTES, field, () -> time == null ? "no date" : time.toString());
        return time;
    }

    /** BCD[6] in GMT+8; null when the bytes are no date. */
    @Nullable
    Instant time(String field) {
        int from = take(Bcd.TIME_BYTES, field);
        if (from < 0) {
            return null;
        }
        @Nullable Instant time = Bcd.time(body, from);
        say(
                from,
                Bcd.TIME_BYTES,
                field,
                () -> time == null ? "no date" : time.atOffset(Bcd.ZONE).toString());
        return time;
    }

    /** A location block with its items, in so many bytes. */
    Uplink.LocationReport location(int bytes) {
        int from = take(Math.max(bytes, LocationReader.BASIC_BYTES), "location");
        if (from < 0) {
            return LocationReader.NOWHERE;
        }
        if (trace != null) {
            ExplainLocation.read(new FieldReader(body, from, at, trace), trace.version());
        }
        return LocationReader.read(body, from, at);
    }

    /** The next bytes for a reader of their own; this one goes on behind them. Fewer when there are fewer. */
    FieldReader excerpt(int bytes) {
        int from = at;
        at = Math.min(end, at + Math.max(0, bytes));
        return new FieldReader(body, from, at, trace);
    }

    /** Reads {@code count} things, fewer when the body ends before; {@code count} is what the sender claims. */
    <T> List<T> list(int count, IntFunction<T> read) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count && left() > 0 && problem == null; i++) {
            T next = read.apply(i);
            if (problem == null) {
                list.add(next);
            }
        }
        return list;
    }

    /** Reads {@code count} things; it is a problem when one of them is missing. */
    <T> List<T> all(long count, Supplier<? extends T> read) {
        List<T> list = new ArrayList<>();
        for (long i = 0; i < count && problem == null; i++) {
            list.add(read.get());
        }
        return list;
    }

    private int take(int bytes, String field) {
        if (problem != null) {
            return -1;
        }
        if (left() < bytes) {
            problem = String.format(Locale.ROOT, "%s needs %d bytes at %d, the body ends at %d", field, bytes, at, end);
            say(at, left(), field, () -> "cut off");
            at = end;
            return -1;
        }
        int from = at;
        at += bytes;
        return from;
    }

    private int shown(int from, int bytes, String field, int value) {
        say(from, bytes, field, () -> String.valueOf(value));
        return value;
    }

    private long shown(int from, int bytes, String field, long value) {
        say(from, bytes, field, () -> String.valueOf(value));
        return value;
    }

    private void say(int from, int bytes, String field, Supplier<String> value) {
        if (trace != null && bytes > 0) {
            trace.lines()
                    .add(new Explain.Line(trace.offset() + from, body.hex(from, from + bytes), field, value.get()));
        }
    }
}
