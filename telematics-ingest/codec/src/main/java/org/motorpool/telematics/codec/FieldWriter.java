package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body field by field, in wire order: the counterpart of {@link FieldReader}. A value that its field cannot hold is
 * not refused at once: {@link #problem()} names the first one.
 */
final class FieldWriter {
    private static final long MAX_DWORD = 0xffff_ffffL;

    private final ByteBuf out;
    private @Nullable String problem;

    FieldWriter(ByteBuf out) {
        this.out = out;
    }

    /** The first value that its field cannot hold, with its limits; null when all can be sent. */
    @Nullable
    String problem() {
        return problem;
    }

    /** A value that cannot be sent, in words. */
    FieldWriter refuse(String why) {
        problem = problem == null ? why : problem;
        return this;
    }

    FieldWriter u8(String field, int value) {
        checkRange(field, value, 0xff);
        return u8(value);
    }

    FieldWriter u16(String field, int value) {
        checkRange(field, value, 0xffff);
        return u16(value);
    }

    FieldWriter u32(String field, long value) {
        checkRange(field, value, MAX_DWORD);
        return u32(value);
    }

    /** DWORDs, without their number. */
    FieldWriter u32s(String field, List<Long> values) {
        return each(values, value -> u32(field, value));
    }

    /** Degrees without their sign, in millionths. */
    FieldWriter microdegrees(String field, double degrees) {
        return u32(field, Math.round(Math.abs(degrees) * 1e6));
    }

    /** A number of things that follow must not be greater; it is not written. */
    FieldWriter atMost(String field, int limit, int count) {
        checkLength(field, count, limit);
        return this;
    }

    FieldWriter u8(int value) {
        out.writeByte(value);
        return this;
    }

    FieldWriter u16(int value) {
        out.writeShort(value);
        return this;
    }

    FieldWriter u32(long value) {
        out.writeInt((int) value);
        return this;
    }

    /** A number in so many bytes, 1 to 8. */
    FieldWriter number(int bytes, long value) {
        for (int at = bytes - 1; at >= 0; at--) {
            out.writeByte((int) (value >> at * Byte.SIZE));
        }
        return this;
    }

    /** A WORD whose highest bit is the sign of the others. */
    FieldWriter signMagnitude(int value) {
        return u16(value < 0 ? 1 << 15 | -value : value);
    }

    FieldWriter u64(long value) {
        out.writeLong(value);
        return this;
    }

    /** A number of things that follow, which must fit the field of {@code bytes} bytes. */
    FieldWriter count(String field, int bytes, int count) {
        checkLength(field, count, bytes == 1 ? 0xff : bytes == 2 ? 0xffff : Integer.MAX_VALUE);
        return switch (bytes) {
            case 1 -> u8(count);
            case 2 -> u16(count);
            default -> u32(count);
        };
    }

    /** A GBK string up to the end. */
    FieldWriter text(String value) {
        out.writeBytes(Body.gbk(value));
        return this;
    }

    /** A GBK string up to the end that has so many bytes at most. */
    FieldWriter limited(String field, int maxBytes, String value) {
        byte[] bytes = gbk(field, value);
        checkLength(field, bytes.length, maxBytes);
        out.writeBytes(bytes);
        return this;
    }

    /** A GBK string of fixed width, filled up with zeros on the right. */
    FieldWriter text(String field, int width, String value) {
        byte[] bytes = gbk(field, value);
        checkLength(field, bytes.length, width);
        out.writeBytes(bytes).writeZero(Math.max(0, width - bytes.length));
        return this;
    }

    /** A GBK string behind its length, a field of {@code lengthBytes} bytes. */
    FieldWriter counted(String field, int lengthBytes, String value) {
        byte[] bytes = gbk(field, value);
        count(field, lengthBytes, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** A UTF-16BE string up to the end. */
    FieldWriter utf16(String value) {
        out.writeBytes(value.getBytes(StandardCharsets.UTF_16BE));
        return this;
    }

    /** Bytes as they are. */
    FieldWriter bytes(Body value) {
        out.writeBytes(value.bytes());
        return this;
    }

    /** Bytes as they are. */
    FieldWriter hex(String value) {
        out.writeBytes(HexFormat.of().parseHex(value));
        return this;
    }

    /** Bytes as they are behind their length, a field of {@code lengthBytes} bytes. */
    FieldWriter countedHex(String field, int lengthBytes, String value) {
        return count(field, lengthBytes, value.length() / 2).hex(value);
    }

    /** Zeros that mean nothing. */
    FieldWriter zeros(int bytes) {
        out.writeZero(bytes);
        return this;
    }

    /** Bytes as they are, of which there must be so many. */
    FieldWriter hex(String field, int bytes, String value) {
        if (value.length() != 2 * bytes) {
            refuse("%s has %d hex digits, must have %d".formatted(field, value.length(), 2 * bytes));
        }
        return hex(value);
    }

    /** BCD[6] in GMT+8, of the years 2000 to 2099; zeros for no time. */
    FieldWriter time(String field, @Nullable Instant value) {
        if (value != null && !Bcd.sayable(value)) {
            refuse("%s is %s, may be of the years 2000 to 2099".formatted(field, value));
        }
        return time(value);
    }

    /** BCD[6] in UTC, of the years 2000 to 2099; zeros for no time. */
    FieldWriter utc(String field, @Nullable Instant value) {
        return time(field, value == null ? null : value.minusSeconds(Bcd.ZONE.getTotalSeconds()));
    }

    /** BCD[6] in GMT+8; zeros for no time. */
    FieldWriter time(@Nullable Instant value) {
        Bcd.writeTime(value, out);
        return this;
    }

    /** The location block of 0x0200 without items. */
    FieldWriter basicLocation(Uplink.LocationReport report) {
        LocationWriter.writeBasic(report, out);
        return this;
    }

    /** The location block of 0x0200 with its items. */
    FieldWriter location(Uplink.LocationReport report) {
        LocationWriter.write(report, out);
        return this;
    }

    /** The location block of 0x0200 with its items behind their length, a field of {@code lengthBytes} bytes. */
    FieldWriter countedLocation(int lengthBytes, Uplink.LocationReport report) {
        return countedBy("report", lengthBytes, () -> location(report));
    }

    /** Whatever {@code write} writes behind its length, a field of {@code lengthBytes} bytes. */
    FieldWriter countedBy(String field, int lengthBytes, Runnable write) {
        int lengthAt = out.writerIndex();
        out.writeZero(lengthBytes);
        write.run();
        int end = out.writerIndex();
        out.writerIndex(lengthAt);
        count(field, lengthBytes, end - lengthAt - lengthBytes);
        out.writerIndex(end);
        return this;
    }

    /** Each of the values, without their number. */
    <T> FieldWriter each(List<T> values, Consumer<T> write) {
        values.forEach(write);
        return this;
    }

    private byte[] gbk(String field, String value) {
        if (!Body.writable(value)) {
            refuse("%s has characters that GBK lacks".formatted(field));
        }
        return Body.gbk(value);
    }

    private void checkLength(String field, int length, int limit) {
        if (length > limit) {
            refuse("%s has length %d, may have %d at most".formatted(field, length, limit));
        }
    }

    private void checkRange(String field, long value, long limit) {
        if (value < 0 || value > limit) {
            refuse("%s is %d, may be 0 to %d".formatted(field, value, limit));
        }
    }
}
