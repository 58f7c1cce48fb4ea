package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;

/** Reads the items that JT/T 808 itself has; {@link LocationReader} reads the frequent ones by itself. */
final class StandardItems {
    private static final int WHEELS = 30;
    private static final int NO_WHEEL = 0xff;
    private static final int PERCENT_BIT = 1 << 15;
    private static final int SIGN_BIT = 1 << 15;
    /** No cabin is colder: a lower number has its sign in another way. */
    private static final int COLDEST_C = -1000;

    private StandardItems() {}

    /** The item with this number in all bytes of {@code in}; null when the length is not that of the standard. */
    static @Nullable LocationItem read(int id, FieldReader in) {
        return switch (id << 8 | in.left()) {
            case 0x01_04 -> new LocationItem.Mileage(Math.round(in.scaled(4, 10, "mileage, km") * 1000));
            case 0x02_02 -> fuel(in);
            case 0x03_02 -> new LocationItem.RecorderSpeed(in.scaled(2, 10, "recorder speed, km/h"));
            case 0x04_02 -> new LocationItem.ManualAlarm(in.u16("alarm event to confirm"));
            case 0x05_1e -> new LocationItem.TyrePressures(in.list(WHEELS, _ -> pressure(in)));
            case 0x06_02 -> cabin(in);
            case 0x11_01, 0x11_05 -> overspeed(in);
            case 0x12_06 ->
                new LocationItem.AreaCrossing(in.u8("kind of place"), in.u32("area id"), in.u8("direction, 1 out"));
            case 0x13_07 ->
                new LocationItem.SegmentTime(in.u32("segment id"), in.u16("time, s"), in.u8("result, 1 too long"));
            case 0x25_04 -> new LocationItem.VehicleSignals(in.bits(4, "vehicle signals"));
            case 0x2a_02 -> new LocationItem.IoState((int) in.bits(2, "IO state"));
            case 0x2b_04 -> analog(in);
            case 0x30_01 -> new LocationItem.SignalStrength(in.u8("signal strength"));
            case 0x31_01 -> new LocationItem.Satellites(in.u8("satellites"));
            default -> null;
        };
    }

    /** Which of the two a number means. */
    static LocationItem fuel(int value) {
        int percent = value & ~PERCENT_BIT;
        return value != percent && percent <= 100 ? new LocationItem.FuelLevel(percent) : new LocationItem.Fuel(value);
    }

    private static LocationItem fuel(FieldReader in) {
        int value = in.peek16(0);
        return switch (fuel(value)) {
            case LocationItem.FuelLevel level -> {
                in.number(2, "fuel, %", _ -> String.valueOf(level.fuel_percent()));
                yield level;
            }
            case LocationItem litres -> {
                in.scaled(2, 10, "fuel, l");
                yield litres;
            }
        };
    }

    private static int pressure(FieldReader in) {
        int value = in.u8("tyre pressure");
        return value == NO_WHEEL ? LocationItem.TyrePressures.NONE : value;
    }

    private static LocationItem cabin(FieldReader in) {
        int value = in.peek16(0);
        boolean signBit = value < SIGN_BIT || SIGN_BIT - value >= COLDEST_C;
        String field = "cabin temperature, °C";
        return signBit
                ? new LocationItem.CabinTemperature(in.signMagnitude(field), LocationItem.Sign.BIT)
                : new LocationItem.CabinTemperature(in.i16(field), LocationItem.Sign.COMPLEMENT);
    }

    /** The area id is there exactly when there is an area. */
    private static @Nullable LocationItem overspeed(FieldReader in) {
        boolean area = in.left() == 5;
        if (area == (in.peek(0) == 0)) {
            return null;
        }
        return new LocationItem.Overspeed(in.u8("kind of place"), area ? in.u32("area id") : 0);
    }

    private static LocationItem analog(FieldReader in) {
        int ad1 = in.u16("analog input AD1");
        return new LocationItem.Analog(in.u16("analog input AD0"), ad1);
    }
}
