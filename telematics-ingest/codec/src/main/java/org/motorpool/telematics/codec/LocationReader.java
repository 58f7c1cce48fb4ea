package org.motorpool.telematics.codec;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads the location body that 0x0200, 0x0201 and 0x0704 share. */
final class LocationReader {
    static final int BASIC_BYTES = 28;
    static final int SOUTH = 1 << 2;
    static final int WEST = 1 << 3;

    /** One for each value of the byte: these items come with nearly every report. */
    private static final LocationItem[] STRENGTHS = forEachByte(LocationItem.SignalStrength::new);

    private static final LocationItem[] SATELLITES = forEachByte(LocationItem.Satellites::new);

    /** What is read from a body that has no location. */
    static final Uplink.LocationReport NOWHERE = new Uplink.LocationReport(0, 0, 0, 0, 0, 0, 0, null, List.of(), "");

    private LocationReader() {}

    /** Reads a report from at least {@link #BASIC_BYTES} bytes. */
    static Uplink.LocationReport read(Body body, int from, int to) {
        LocationItem[] items = new LocationItem[countItems(body, from + BASIC_BYTES, to)];
        int trailing = readItems(body, from + BASIC_BYTES, items);
        long status = body.u32(from + 4);
        double latitude = body.u32(from + 8) / 1e6;
        double longitude = body.u32(from + 12) / 1e6;
        return new Uplink.LocationReport(
                body.u32(from),
                status,
                (status & SOUTH) != 0 ? -latitude : latitude,
                (status & WEST) != 0 ? -longitude : longitude,
                body.i16(from + 16),
                body.u16(from + 18) / 10.0,
                body.u16(from + 20),
                Bcd.time(body, from + 22),
                new Items(items),
                body.hex(trailing, to));
    }

    /** Number of items before the first that runs over the end, or before padding. */
    private static int countItems(Body body, int from, int to) {
        int count = 0;
        int at = from;
        while (at + 2 <= to) {
            int end = next(body, at);
            if (end > to || paddingOnly(body, at, to)) {
                return count;
            }
            count++;
            at = end;
        }
        return count;
    }

    /** Fills {@code items} and answers where the last one ends. */
    private static int readItems(Body body, int from, LocationItem[] items) {
        int at = from;
        for (int i = 0; i < items.length; i++) {
            int end = next(body, at);
            items[i] = item(body, body.u8(at), at + 2, end);
            at = end;
        }
        return at;
    }

    private static int next(Body body, int at) {
        return at + 2 + body.u8(at + 1);
    }

    /** Zeros up to the end are padding, not items with number 0. */
    private static boolean paddingOnly(Body body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body.u8(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static LocationItem item(Body body, int id, int at, int end) {
        return switch (id << 8 | end - at) {
            case 0x01_04 -> new LocationItem.Mileage(body.u32(at) * 100);
            case 0x02_02 -> new LocationItem.Fuel(body.u16(at));
            case 0x03_02 -> new LocationItem.RecorderSpeed(body.u16(at) / 10.0);
            case 0x25_04 -> new LocationItem.VehicleSignals(body.u32(at));
            case 0x2a_02 -> new LocationItem.IoState(body.u16(at));
            case 0x2b_04 -> new LocationItem.Analog(body.u16(at + 2), body.u16(at));
            case 0x30_01 -> STRENGTHS[body.u8(at)];
            case 0x31_01 -> SATELLITES[body.u8(at)];
            default -> rareItem(body, id, at, end);
        };
    }

    /** Apart from the others: the compiler inlines a method only up to some size. */
    private static LocationItem rareItem(Body body, int id, int at, int end) {
        return switch (id << 8 | end - at) {
            case 0x04_02 -> new LocationItem.ManualAlarm(body.u16(at));
            case 0x11_01, 0x11_05 -> overspeed(body, at, end);
            case 0x12_06 -> new LocationItem.AreaCrossing(body.u8(at), body.u32(at + 1), body.u8(at + 5));
            case 0x13_07 -> new LocationItem.SegmentTime(body.u32(at), body.u16(at + 4), body.u8(at + 6));
            default -> new LocationItem.Opaque(id, body.hex(at, end));
        };
    }

    private static LocationItem[] forEachByte(IntFunction<LocationItem> item) {
        return IntStream.range(0, 256).mapToObj(item).toArray(LocationItem[]::new);
    }

    /** The area id is there exactly when there is an area. */
    private static LocationItem overspeed(Body body, int at, int end) {
        int place = body.u8(at);
        boolean area = end - at == 5;
        if (area == (place == 0)) {
            return new LocationItem.Opaque(0x11, body.hex(at, end));
        }
        return new LocationItem.Overspeed(place, area ? body.u32(at + 1) : 0);
    }
}
