package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/** Writes the location body that 0x0200, 0x0201 and 0x0704 share. */
final class LocationWriter {
    private LocationWriter() {}

    /** The block with items and whatever trails them. */
    static void write(Uplink.LocationReport report, ByteBuf out) {
        writeBasic(report, out);
        report.items().forEach(item -> item(item, out));
        out.writeBytes(HexFormat.of().parseHex(report.trailingHex()));
    }

    /** The {@link LocationReader#BASIC_BYTES} bytes that every report has. */
    static void writeBasic(Uplink.LocationReport report, ByteBuf out) {
        out.writeInt((int) report.alarmBits());
        out.writeInt((int) withHemisphere(report));
        out.writeInt((int) Math.round(Math.abs(report.latitude()) * 1e6));
        out.writeInt((int) Math.round(Math.abs(report.longitude()) * 1e6));
        out.writeShort(report.altitude_m());
        out.writeShort((int) Math.round(report.speed_kmh() * 10));
        out.writeShort(report.heading_deg());
        Bcd.writeTime(report.reportedAt(), out);
    }

    /** One item with id and length. */
    static Body wire(LocationItem item) {
        ByteBuf out = Unpooled.buffer(16);
        item(item, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return Body.wrap(bytes);
    }

    /** The hemisphere lies in the status flags, the coordinates are absolute. */
    private static long withHemisphere(Uplink.LocationReport report) {
        long bits = report.statusBits();
        bits = report.latitude() < 0 ? bits | LocationReader.SOUTH : bits;
        return report.longitude() < 0 ? bits | LocationReader.WEST : bits;
    }

    private static void item(LocationItem item, ByteBuf out) {
        switch (item) {
            case LocationItem.Mileage(long distance_m) -> start(0x01, 4, out).writeInt((int) (distance_m / 100));
            case LocationItem.Fuel(int fuel_dl) -> start(0x02, 2, out).writeShort(fuel_dl);
            case LocationItem.RecorderSpeed(double speed_kmh) ->
                start(0x03, 2, out).writeShort((int) Math.round(speed_kmh * 10));
            case LocationItem.ManualAlarm(int id) -> start(0x04, 2, out).writeShort(id);
            case LocationItem.Overspeed(int place, long areaId) -> overspeed(place, areaId, out);
            case LocationItem.AreaCrossing(int place, long areaId, int direction) ->
                start(0x12, 6, out).writeByte(place).writeInt((int) areaId).writeByte(direction);
            case LocationItem.SegmentTime(long segmentId, int duration_s, int result) ->
                start(0x13, 7, out)
                        .writeInt((int) segmentId)
                        .writeShort(duration_s)
                        .writeByte(result);
            case LocationItem.VehicleSignals(long bits) -> start(0x25, 4, out).writeInt((int) bits);
            case LocationItem.IoState(int bits) -> start(0x2a, 2, out).writeShort(bits);
            case LocationItem.Analog(int ad0, int ad1) ->
                start(0x2b, 4, out).writeShort(ad1).writeShort(ad0);
            case LocationItem.SignalStrength(int strength) ->
                start(0x30, 1, out).writeByte(strength);
            case LocationItem.Satellites(int number) -> start(0x31, 1, out).writeByte(number);
            case LocationItem.Opaque(int id, String hex) -> {
                byte[] value = HexFormat.of().parseHex(hex);
                start(id, value.length, out).writeBytes(value);
            }
        }
    }

    private static void overspeed(int place, long areaId, ByteBuf out) {
        if (place == 0) {
            start(0x11, 1, out).writeByte(0);
        } else {
            start(0x11, 5, out).writeByte(place).writeInt((int) areaId);
        }
    }

    private static ByteBuf start(int id, int length, ByteBuf out) {
        return out.writeByte(id).writeByte(length);
    }
}
