package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;

/** Reads and writes {@link SafetyItem}; the length tells the standard, and other vendors' items with the same number. */
final class SafetyItems {
    private static final int SITUATION_BYTES = 19;
    private static final int MICRODEGREES = 1_000_000;

    private SafetyItems() {}

    /** The item with this number in all bytes of {@code in}; null when it is none of the standards'. */
    static @Nullable LocationItem read(int id, FieldReader in) {
        return switch (id) {
            case 0x64 -> assistance(form(12, in), in);
            case 0x65 -> driver(form(12, in), in);
            case 0x66 -> tyres(in);
            case 0x67 -> blindSpot(form(6, in), in);
            case 0x70 -> aggressive(form(12, in), in);
            case 0xf1 -> in.left() == 4 ? new SafetyItem.InstallationFault(in.bits(4, "installation faults")) : null;
            case 0xf2 -> in.left() == 4 ? new SafetyItem.AlgorithmFault(in.bits(4, "algorithm faults")) : null;
            default -> null;
        };
    }

    /** The form whose number is all that follows {@code before} bytes and the situation. */
    private static @Nullable AlarmForm form(int before, FieldReader in) {
        for (AlarmForm form : AlarmForm.values()) {
            if (in.left() == before + SITUATION_BYTES + form.bytes()) {
                return form;
            }
        }
        return null;
    }

    private static @Nullable LocationItem assistance(@Nullable AlarmForm form, FieldReader in) {
        return form == null
                ? null
                : new SafetyItem.DriverAssistance(
                        number(in),
                        phase(in),
                        type(in),
                        in.u8("alarm level"),
                        in.u8("speed of the vehicle in front, km/h"),
                        in.u8("distance, 0.1 s"),
                        in.u8("deviation, 1 left, 2 right"),
                        in.u8("traffic sign"),
                        in.u8("what the sign says"),
                        situation(in),
                        AlarmId.read(form, in));
    }

    private static @Nullable LocationItem driver(@Nullable AlarmForm form, FieldReader in) {
        return form == null
                ? null
                : new SafetyItem.DriverState(
                        number(in),
                        phase(in),
                        type(in),
                        in.u8("alarm level"),
                        in.u8("fatigue"),
                        in.bits(4, "reserved"),
                        situation(in),
                        AlarmId.read(form, in));
    }

    private static @Nullable LocationItem tyres(FieldReader in) {
        for (AlarmForm form : AlarmForm.values()) {
            int count = in.peek(5 + SITUATION_BYTES + form.bytes());
            int left = in.left() - 5 - SITUATION_BYTES - form.bytes() - 1;
            if (left == 9 * count || left == 10 * count) {
                return tyres(form, left == 10 * count && count > 0 ? 2 : 1, in);
            }
        }
        return null;
    }

    private static LocationItem tyres(AlarmForm form, int positionBytes, FieldReader in) {
        return new SafetyItem.TyreState(
                number(in),
                phase(in),
                situation(in),
                AlarmId.read(form, in),
                positionBytes,
                in.list(in.u8("number of tyres"), _ -> tyre(positionBytes, in)));
    }

    private static SafetyItem.Tyre tyre(int positionBytes, FieldReader in) {
        return new SafetyItem.Tyre(
                (int) in.number(positionBytes, "tyre position"),
                (int) in.bits(2, "tyre flags"),
                in.u16("pressure, kPa"),
                in.i16("temperature, °C"),
                in.u16("battery, %"));
    }

    private static @Nullable LocationItem blindSpot(@Nullable AlarmForm form, FieldReader in) {
        return form == null
                ? null
                : new SafetyItem.BlindSpot(number(in), phase(in), type(in), situation(in), AlarmId.read(form, in));
    }

    private static @Nullable LocationItem aggressive(@Nullable AlarmForm form, FieldReader in) {
        return form == null
                ? null
                : new SafetyItem.AggressiveDriving(
                        number(in),
                        phase(in),
                        type(in),
                        in.u16("time threshold"),
                        in.u16("threshold 1"),
                        in.u16("threshold 2"),
                        situation(in),
                        AlarmId.read(form, in));
    }

    private static long number(FieldReader in) {
        return in.u32("alarm number");
    }

    private static int phase(FieldReader in) {
        return in.u8("phase, 1 begins, 2 ends");
    }

    private static int type(FieldReader in) {
        return in.u8("alarm type");
    }

    private static SafetyItem.Situation situation(FieldReader in) {
        return new SafetyItem.Situation(
                in.u8("speed, km/h"),
                in.i16("altitude, m"),
                in.scaled(4, MICRODEGREES, "latitude, degrees"),
                in.scaled(4, MICRODEGREES, "longitude, degrees"),
                in.time("time of the alarm"),
                (int) in.bits(2, "vehicle flags"));
    }

    /** Appends the value to {@code out} and answers the number of the item. */
    static int write(SafetyItem item, FieldWriter out) {
        return switch (item) {
            case SafetyItem.DriverAssistance alarm -> id(0x64, end(alarm, write(alarm, out)));
            case SafetyItem.DriverState alarm -> id(0x65, end(alarm, write(alarm, out)));
            case SafetyItem.TyreState alarm -> id(0x66, tyres(alarm, end(alarm, begin(alarm, out))));
            case SafetyItem.BlindSpot alarm ->
                id(0x67, end(alarm, begin(alarm, out).u8(alarm.type())));
            case SafetyItem.AggressiveDriving alarm -> id(0x70, end(alarm, write(alarm, out)));
            case SafetyItem.InstallationFault(long bits) -> id(0xf1, out.u32(bits));
            case SafetyItem.AlgorithmFault(long bits) -> id(0xf2, out.u32(bits));
        };
    }

    /** The number of an item whose value is written. */
    private static int id(int id, FieldWriter written) {
        return id;
    }

    private static FieldWriter write(SafetyItem.DriverAssistance alarm, FieldWriter out) {
        return begin(alarm, out)
                .u8(alarm.type())
                .u8(alarm.level())
                .u8(alarm.frontSpeed_kmh())
                .u8(alarm.distance_ds())
                .u8(alarm.deviation())
                .u8(alarm.sign())
                .u8(alarm.signData());
    }

    private static FieldWriter write(SafetyItem.DriverState alarm, FieldWriter out) {
        return begin(alarm, out)
                .u8(alarm.type())
                .u8(alarm.level())
                .u8(alarm.fatigue())
                .u32(alarm.reserved());
    }

    private static FieldWriter write(SafetyItem.AggressiveDriving alarm, FieldWriter out) {
        return begin(alarm, out)
                .u8(alarm.type())
                .u16(alarm.timeThreshold())
                .u16(alarm.threshold1())
                .u16(alarm.threshold2());
    }

    private static FieldWriter tyres(SafetyItem.TyreState alarm, FieldWriter out) {
        return out.count("tyres", 1, alarm.tyres().size())
                .each(alarm.tyres(), tyre -> out.number(alarm.positionBytes(), tyre.position())
                        .u16(tyre.bits())
                        .u16(tyre.pressure_kPa())
                        .u16(tyre.temperature_c())
                        .u16(tyre.battery_percent()));
    }

    private static FieldWriter begin(SafetyItem.Alarm alarm, FieldWriter out) {
        return out.u32(alarm.number()).u8(alarm.phase());
    }

    private static FieldWriter end(SafetyItem.Alarm alarm, FieldWriter out) {
        SafetyItem.Situation situation = alarm.situation();
        out.u8(situation.speed_kmh())
                .u16(situation.altitude_m())
                .u32(Math.round(situation.latitude() * MICRODEGREES))
                .u32(Math.round(situation.longitude() * MICRODEGREES))
                .time(situation.raisedAt())
                .u16(situation.vehicleBits());
        alarm.alarmId().write(out);
        return out;
    }
}
