package org.motorpool.telematics.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies of {@link VendorDownlink}. */
final class VendorDownlinkBodies {
    private VendorDownlinkBodies() {}

    static VendorDownlink timeReply(FieldReader in) {
        return new VendorDownlink.TimeReply(
                time(in.u16("year"), in.u8("month"), in.u8("day"), in.u8("hour"), in.u8("minute"), in.u8("second")));
    }

    private static @Nullable Instant time(int year, int month, int day, int hour, int minute, int second) {
        try {
            return OffsetDateTime.of(year, month, day, hour, minute, second, 0, ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(VendorDownlink message, FieldWriter out) {
        return switch (message) {
            case VendorDownlink.TimeReply(var time) -> {
                time(time, out);
                yield MessageId.VENDOR_TIME_REPLY;
            }
        };
    }

    private static void time(@Nullable Instant time, FieldWriter out) {
        if (time == null) {
            out.zeros(7);
            return;
        }
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        out.u16("year", utc.getYear())
                .u8(utc.getMonthValue())
                .u8(utc.getDayOfMonth())
                .u8(utc.getHour())
                .u8(utc.getMinute())
                .u8(utc.getSecond());
    }
}
