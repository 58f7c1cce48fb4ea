package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;

/** Writes the location body that 0x0200, 0x0201 and 0x0704 share. */
final class LocationWriter {
    private static final int LONGEST_BYTES = 255;
    private static final int HIGH_BIT = 1 << 15;

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

    /** The item with its number and its length before it. */
    private static void item(LocationItem item, ByteBuf out) {
        int start = out.writerIndex();
        out.writeShort(0);
        int id = value(item, new FieldWriter(out));
        int length = out.writerIndex() - start - 2;
        if (length > LONGEST_BYTES) {
            throw new IllegalArgumentException(
                    "item 0x%02x has %d bytes, may have %d".formatted(id, length, LONGEST_BYTES));
        }
        out.setByte(start, id).setByte(start + 1, length);
    }

    /** Appends the value to {@code out} and answers the number of the item. */
    private static int value(LocationItem item, FieldWriter out) {
        return switch (item) {
            case LocationItem.Mileage(long distance_m) -> id(0x01, out.u32(distance_m / 100));
            case LocationItem.Fuel(int fuel_dl) -> id(0x02, out.u16(fuel_dl));
            case LocationItem.FuelLevel(int fuel_percent) -> id(0x02, out.u16(HIGH_BIT | fuel_percent));
            case LocationItem.RecorderSpeed(double speed_kmh) -> id(0x03, out.u16((int) Math.round(speed_kmh * 10)));
            case LocationItem.ManualAlarm(int alarmEventId) -> id(0x04, out.u16(alarmEventId));
            case LocationItem.TyrePressures(List<Integer> pressures) -> id(0x05, out.each(pressures, out::u8));
            case LocationItem.CabinTemperature(int temperature_c, LocationItem.Sign sign) ->
                id(0x06, sign == LocationItem.Sign.BIT ? out.signMagnitude(temperature_c) : out.u16(temperature_c));
            case LocationItem.Overspeed(int place, long areaId) ->
                id(0x11, place == 0 ? out.u8(0) : out.u8(place).u32(areaId));
            case LocationItem.AreaCrossing(int place, long areaId, int direction) ->
                id(0x12, out.u8(place).u32(areaId).u8(direction));
            case LocationItem.SegmentTime(long segmentId, int duration_s, int result) ->
                id(0x13, out.u32(segmentId).u16(duration_s).u8(result));
            case LocationItem.VehicleSignals(long bits) -> id(0x25, out.u32(bits));
            case LocationItem.IoState(int bits) -> id(0x2a, out.u16(bits));
            case LocationItem.Analog(int ad0, int ad1) -> id(0x2b, out.u16(ad1).u16(ad0));
            case LocationItem.SignalStrength(int strength) -> id(0x30, out.u8(strength));
            case LocationItem.Satellites(int number) -> id(0x31, out.u8(number));
            case VideoItem video -> VideoItems.write(video, out);
            case SafetyItem safety -> SafetyItems.write(safety, out);
            case VendorItem vendor -> VendorItems.write(vendor, out);
            case LocationItem.Opaque(int id, Body value) -> id(id, out.bytes(value));
        };
    }

    /** The number of an item whose value is written. */
    private static int id(int id, FieldWriter written) {
        return id;
    }
}
