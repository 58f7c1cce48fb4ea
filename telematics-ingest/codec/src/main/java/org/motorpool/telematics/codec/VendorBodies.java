package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes the bodies of {@link VendorUplink}. */
final class VendorBodies {
    private static final int BATTERY_REPORT_BYTES = 1 + Bcd.TIME_BYTES;
    private static final int ACCELERATION_BYTES = Bcd.TIME_BYTES + 6;
    private static final int SIGN = 1 << 15;

    private VendorBodies() {}

    static VendorUplink batch(FieldReader in) {
        if (in.left() == BATTERY_REPORT_BYTES) {
            return new VendorUplink.BatteryReport(in.u8("battery, %"), in.time("time"));
        }
        List<Uplink.LocationReport> reports = new ArrayList<>();
        while (in.peek(0) >= LocationReader.BASIC_BYTES && in.left() >= 1 + in.peek(0)) {
            reports.add(in.location(in.u8("report length")));
        }
        return new VendorUplink.ShortBatch(reports, in.hex("trailing"));
    }

    static VendorUplink textAnswer(FieldReader in) {
        return new VendorUplink.TextAnswer(in.u16("answered serial"), in.utf16("text"));
    }

    static VendorUplink accelerations(FieldReader in) {
        List<VendorUplink.Acceleration> accelerations = new ArrayList<>();
        while (in.has(ACCELERATION_BYTES)) {
            accelerations.add(new VendorUplink.Acceleration(
                    in.time("time"), in.signMagnitude("x"), in.signMagnitude("y"), in.signMagnitude("z")));
        }
        return new VendorUplink.AccelerationReport(accelerations, in.hex("trailing"));
    }

    static VendorUplink textReport(FieldReader in) {
        return new VendorUplink.TextReport(in.u8("encoding"), in.text("text"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(VendorUplink message, FieldWriter out) {
        return switch (message) {
            case VendorUplink.TimeQuery(String hex) -> raw(MessageId.VENDOR_TIME_QUERY, hex, out);
            case VendorUplink.ShortBatch(List<Uplink.LocationReport> reports, String trailingHex) -> {
                out.each(reports, report -> out.countedLocation(1, report)).hex(trailingHex);
                yield MessageId.VENDOR_BATCH;
            }
            case VendorUplink.BatteryReport report -> {
                out.u8(report.battery_percent()).time(report.reportedAt());
                yield MessageId.VENDOR_BATCH;
            }
            case VendorUplink.Heartbeat(String hex) -> raw(MessageId.VENDOR_HEARTBEAT, hex, out);
            case VendorUplink.ZoneQuery(String hex) -> raw(MessageId.VENDOR_ZONE_QUERY, hex, out);
            case VendorUplink.TextAnswer(int serial, String text) -> {
                out.u16(serial).utf16(text);
                yield MessageId.VENDOR_TEXT_ANSWER;
            }
            case VendorUplink.AccelerationReport report -> {
                out.each(report.accelerations(), acceleration -> acceleration(acceleration, out))
                        .hex(report.trailingHex());
                yield MessageId.VENDOR_ACCELERATION;
            }
            case VendorUplink.TextReport(int encoding, String text) -> {
                out.u8(encoding).text(text);
                yield MessageId.VENDOR_TEXT_REPORT;
            }
            case VendorUplink.Photo(Body data) -> {
                out.bytes(data);
                yield MessageId.VENDOR_PHOTO;
            }
        };
    }

    private static int raw(int messageId, String hex, FieldWriter out) {
        out.hex(hex);
        return messageId;
    }

    private static void acceleration(VendorUplink.Acceleration acceleration, FieldWriter out) {
        out.time(acceleration.measuredAt())
                .u16(signMagnitude(acceleration.x()))
                .u16(signMagnitude(acceleration.y()))
                .u16(signMagnitude(acceleration.z()));
    }

    private static int signMagnitude(int value) {
        return value < 0 ? -value | SIGN : value;
    }
}
