package org.motorpool.telematics.codec;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link VendorItem}. */
final class VendorItems {
    static final int EXTENSION = 0xeb;

    private static final int ACCESS_POINT_BYTES = 7;
    private static final int LOCK_BYTES = 11;
    /** The event, an id and a card. */
    private static final int LONGEST_LOCK_EVENT_BYTES = 16;

    private static final int TYRE_SENSOR_BYTES = 8;
    /** Below are no mobile country codes. */
    private static final int LOWEST_MCC = 201;

    private static final int COLDEST_C = 50;

    private VendorItems() {}

    /** The item with this number in all bytes of {@code in}; null when it is not known or its length leaves doubts. */
    static @Nullable LocationItem read(int id, FieldReader in) {
        Measure measure = Measure.of(id, in.left());
        if (measure != null) {
            return new VendorItem.Measurement(
                    measure, in.number(measure.bytes(), measure.field(), raw -> String.valueOf(measure.value(raw))));
        }
        TextLabel label = TextLabel.of(id, in);
        if (label != null) {
            int width_bytes = in.left();
            return new VendorItem.Text(label, in.text(label.field()), width_bytes);
        }
        return structured(id, in);
    }

    private static @Nullable LocationItem structured(int id, FieldReader in) {
        return switch (id << 8 | in.left()) {
            case 0x56_02 ->
                when(in.peek(0) <= 10, () -> new VendorItem.BatteryTenths(in.u8("battery, tenths"), in.u8("rest")));
            case 0x57_08 ->
                new VendorItem.DrivingAlarms(
                        (int) in.bits(2, "driving alarm flags"),
                        (int) in.bits(2, "switch flags"),
                        in.bits(4, "further flags"));
            case 0xa7_04 ->
                new VendorItem.AnalogVoltages(in.u16("first input, 0.01 V"), in.u16("second input, 0.01 V"));
            case 0xe4_02 -> new VendorItem.Charge(in.u8("charging state"), in.u8("battery, %"));
            case 0xe7_08 -> new VendorItem.AlarmBits(in.bits(8, "alarm flags"));
            case 0xee_06 ->
                new VendorItem.DeviceState(
                        in.u8("signal strength"),
                        in.u16("external voltage, mV"),
                        in.u16("battery voltage, mV"),
                        in.u8("satellites"));
            case 0xf7_06 ->
                new VendorItem.BatteryState(in.u32("battery voltage, mV"), in.u8("battery state"), in.u8("battery, %"));
            default -> list(id, in);
        };
    }

    private static @Nullable LocationItem list(int id, FieldReader in) {
        int length = in.left();
        return switch (id) {
            case 0x51 -> when(multiple(length, 2), () -> temperatures(in));
            case 0x54 -> when(in.peek(0) * ACCESS_POINT_BYTES + 1 == length, () -> countedAccessPoints(in));
            case 0xec, 0xf4 -> when(multiple(length, ACCESS_POINT_BYTES), () -> accessPoints(id, in));
            case 0x60 ->
                when(
                        length >= 2 && length <= LONGEST_LOCK_EVENT_BYTES,
                        () -> new VendorItem.LockEvent(in.u16("lock event"), in.hex("rest")));
            case 0x63 -> when(multiple(length, LOCK_BYTES), () -> new VendorItem.Locks(all(in, () -> lock(in))));
            case 0x77 ->
                when(
                        multiple(length, TYRE_SENSOR_BYTES),
                        () -> new VendorItem.TyreSensors(all(in, () -> tyreSensor(in))));
            case 0xe1 -> when(length >= 12 && multiple(length - 4, 8) && cells(in), () -> wideCells(in));
            case EXTENSION -> extension(in);
            default -> null;
        };
    }

    private static @Nullable LocationItem when(boolean known, Supplier<LocationItem> read) {
        return known ? read.get() : null;
    }

    private static boolean multiple(int length, int of) {
        return length > 0 && length % of == 0;
    }

    private static <T> List<T> all(FieldReader in, Supplier<T> read) {
        return in.list(Integer.MAX_VALUE, _ -> read.get());
    }

    private static LocationItem temperatures(FieldReader in) {
        return new VendorItem.Temperatures(all(in, () -> in.signMagnitude("temperature, 0.1 °C")));
    }

    private static LocationItem countedAccessPoints(FieldReader in) {
        in.u8("number of access points");
        return accessPoints(0x54, in);
    }

    private static LocationItem accessPoints(int id, FieldReader in) {
        return new VendorItem.AccessPoints(
                id, all(in, () -> new VendorItem.AccessPoint(in.digits(6, "MAC address"), in.i8("signal, dBm"))));
    }

    private static VendorItem.Lock lock(FieldReader in) {
        return new VendorItem.Lock(
                in.digits(6, "lock id"),
                in.u16("lock battery, mV"),
                in.u8("seal"),
                in.u8("lock state"),
                in.u8("lock signal"));
    }

    private static VendorItem.TyreSensor tyreSensor(FieldReader in) {
        return new VendorItem.TyreSensor(
                in.u8("tyre"),
                in.digits(3, "sensor id"),
                (int) in.bits(2, "pressure"),
                in.u8("temperature, °C above −50") - COLDEST_C,
                in.u8("sensor state"));
    }

    private static boolean cells(FieldReader in) {
        return in.peek16(0) >= LOWEST_MCC;
    }

    private static LocationItem wideCells(FieldReader in) {
        return new VendorItem.CellTowers(
                0xe1,
                in.u16("mobile country code"),
                in.u16("mobile network code"),
                all(
                        in,
                        () -> new VendorItem.CellTower(
                                in.number(3, "location area code"), in.u32("cell identity"), in.u8("signal"))));
    }

    private static LocationItem narrowCells(FieldReader in) {
        return new VendorItem.CellTowers(
                0xeb,
                in.u16("mobile country code"),
                in.u8("mobile network code"),
                all(
                        in,
                        () -> new VendorItem.CellTower(
                                in.u16("location area code"), in.u16("cell identity"), in.u8("signal"))));
    }

    private static @Nullable LocationItem extension(FieldReader in) {
        if (in.left() > 3 && multiple(in.left() - 3, 5) && cells(in)) {
            return narrowCells(in);
        }
        Body value = in.rest();
        if (!isExtension(value)) {
            return null;
        }
        while (in.left() > 0) {
            int length = in.u16("field length");
            in.bits(2, "field id");
            in.hex(length - 2, "field value");
        }
        return new VendorItem.Extension(value);
    }

    /** Whether the fields of an extension, each behind its length, end where the item does; lengths are no country codes. */
    static boolean isExtension(Body value) {
        int at = 0;
        while (at + 4 <= value.length() && value.u16(at) >= 2 && value.u16(at) < LOWEST_MCC) {
            at += 2 + value.u16(at);
        }
        return at > 0 && at == value.length();
    }

    /** Appends the value to {@code out} and answers the number of the item. */
    static int write(VendorItem item, FieldWriter out) {
        return switch (item) {
            case VendorItem.Measurement(Measure measure, long raw) ->
                id(measure.itemId(), out.number(measure.bytes(), raw));
            case VendorItem.Text(TextLabel label, String text, int width_bytes) ->
                id(label.itemId(), out.text("text", width_bytes, text));
            case VendorItem.Temperatures(List<Integer> temperatures_dc) ->
                id(0x51, out.each(temperatures_dc, out::signMagnitude));
            case VendorItem.AccessPoints points -> id(points.id(), write(points, out));
            case VendorItem.CellTowers cells -> id(cells.id(), write(cells, out));
            case VendorItem.BatteryTenths(int tenths, int rest) ->
                id(0x56, out.u8(tenths).u8(rest));
            case VendorItem.DrivingAlarms(int alarmBits, int switchBits, long furtherBits) ->
                id(0x57, out.u16(alarmBits).u16(switchBits).u32(furtherBits));
            case VendorItem.LockEvent(int event, String restHex) ->
                id(0x60, out.u16(event).hex(restHex));
            case VendorItem.Locks(List<VendorItem.Lock> locks) -> id(0x63, out.each(locks, lock -> write(lock, out)));
            case VendorItem.TyreSensors(List<VendorItem.TyreSensor> sensors) ->
                id(0x77, out.each(sensors, sensor -> write(sensor, out)));
            case VendorItem.AnalogVoltages(int first_cV, int second_cV) ->
                id(0xa7, out.u16(first_cV).u16(second_cV));
            case VendorItem.Charge(int state, int level_percent) ->
                id(0xe4, out.u8(state).u8(level_percent));
            case VendorItem.AlarmBits(long bits) -> id(0xe7, out.u64(bits));
            case VendorItem.Extension(Body value) -> id(0xeb, out.bytes(value));
            case VendorItem.DeviceState(int signal, int external_mV, int battery_mV, int satellites) ->
                id(0xee, out.u8(signal).u16(external_mV).u16(battery_mV).u8(satellites));
            case VendorItem.BatteryState(long battery_mV, int state, int level_percent) ->
                id(0xf7, out.u32(battery_mV).u8(state).u8(level_percent));
        };
    }

    /** The number of an item whose value is written. */
    private static int id(int id, FieldWriter written) {
        return id;
    }

    private static FieldWriter write(VendorItem.AccessPoints points, FieldWriter out) {
        if (points.id() == 0x54) {
            out.count("accessPoints", 1, points.accessPoints().size());
        }
        return out.each(points.accessPoints(), point -> out.hex(point.mac()).u8(point.signal_dBm()));
    }

    private static FieldWriter write(VendorItem.CellTowers cells, FieldWriter out) {
        boolean wide = cells.id() == 0xe1;
        out.u16(cells.mcc()).number(wide ? 2 : 1, cells.mnc());
        return out.each(cells.towers(), tower -> out.number(wide ? 3 : 2, tower.lac())
                .number(wide ? 4 : 2, tower.cell())
                .u8(tower.signal()));
    }

    private static void write(VendorItem.Lock lock, FieldWriter out) {
        out.hex(lock.lockId())
                .u16(lock.battery_mV())
                .u8(lock.seal())
                .u8(lock.state())
                .u8(lock.signal());
    }

    private static void write(VendorItem.TyreSensor sensor, FieldWriter out) {
        out.u8(sensor.tyre())
                .hex(sensor.sensorId())
                .u16(sensor.pressureBits())
                .u8(sensor.temperature_c() + COLDEST_C)
                .u8(sensor.state());
    }
}
