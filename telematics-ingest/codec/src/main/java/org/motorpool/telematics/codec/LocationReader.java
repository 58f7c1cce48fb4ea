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

    private static final LocationItem[] NONE = {};

    private LocationReader() {}

    /** Reads a report from at least {@link #BASIC_BYTES} bytes. */
    static Uplink.LocationReport read(Body body, int from, int to) {
        LocationItem[] items = items(body, from + BASIC_BYTES, to);
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

    private static LocationItem[] items(Body body, int from, int to) {
        int count = countItems(body, from, to);
        boolean old = to - from == OldTail.BYTES && !itemsFill(body, from, to);
        return old || count == 0 ? NONE : new LocationItem[count];
    }

    /** Whether items, none of them with number 0, end where the report does. */
    static boolean itemsFill(Body body, int from, int to) {
        int at = from;
        while (at + 2 <= to && body.u8(at) != 0) {
            at = next(body, at);
        }
        return at == to;
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
    static boolean paddingOnly(Body body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body.u8(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The frequent items, apart from the others: the compiler inlines a method only up to some size. */
    private static LocationItem item(Body body, int id, int at, int end) {
        return switch (id << 8 | end - at) {
            case 0x01_04 -> new LocationItem.Mileage(body.u32(at) * 100);
            case 0x02_02 -> StandardItems.fuel(body.u16(at));
            case 0x03_02 -> new LocationItem.RecorderSpeed(body.u16(at) / 10.0);
            case 0x25_04 -> new LocationItem.VehicleSignals(body.u32(at));
            case 0x2a_02 -> new LocationItem.IoState(body.u16(at));
            case 0x2b_04 -> new LocationItem.Analog(body.u16(at + 2), body.u16(at));
            case 0x30_01 -> STRENGTHS[body.u8(at)];
            case 0x31_01 -> SATELLITES[body.u8(at)];
            default -> ItemReader.read(id, body.part(at, end));
        };
    }

    private static LocationItem[] forEachByte(IntFunction<LocationItem> item) {
        return IntStream.range(0, 256).mapToObj(item).toArray(LocationItem[]::new);
    }
}
