package org.motorpool.telematics.codec;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the items of single vendors measure that are one number. No standard has them; number and length together tell which
 * it is, and the same quantity comes with several.
 */
public enum Measure {
    BATTERY_LEVEL_06(0x06, 1, Quantity.BATTERY_LEVEL, 1, 1, 0),
    MIXER_ROTATION(0x52, 1, Quantity.MIXER_ROTATION, 1, 1, 0),
    HUMIDITY_58(0x58, 2, Quantity.HUMIDITY, 1, 10, 0),
    EXTERNAL_VOLTAGE_61(0x61, 2, Quantity.EXTERNAL_VOLTAGE, 1, 100, 0),
    BATTERY_LEVEL_68(0x68, 2, Quantity.BATTERY_LEVEL, 1, 100, 0),
    BATTERY_VOLTAGE_69(0x69, 2, Quantity.BATTERY_VOLTAGE, 1, 100, 0),
    ENGINE_SPEED(0x81, 2, Quantity.ENGINE_SPEED, 1, 1, 0),
    EXTERNAL_VOLTAGE_82(0x82, 2, Quantity.EXTERNAL_VOLTAGE, 1, 10, 0),
    ENGINE_LOAD(0x83, 1, Quantity.ENGINE_LOAD, 1, 1, 0),
    COOLANT_TEMPERATURE(0x84, 1, Quantity.COOLANT_TEMPERATURE, 1, 1, -40),
    FUEL_CONSUMPTION(0x85, 2, Quantity.FUEL_CONSUMPTION, 1, 1, 0),
    INTAKE_TEMPERATURE(0x86, 1, Quantity.INTAKE_TEMPERATURE, 1, 1, -40),
    INTAKE_FLOW(0x87, 2, Quantity.INTAKE_FLOW, 1, 1, 0),
    INTAKE_PRESSURE(0x88, 1, Quantity.INTAKE_PRESSURE, 1, 1, 0),
    THROTTLE(0x89, 1, Quantity.THROTTLE, 1, 1, 0),
    ODOMETER_8C(0x8c, 4, Quantity.ODOMETER, 100, 1, 0),
    TRIP(0x8d, 2, Quantity.TRIP, 1000, 1, 0),
    FUEL_LEVEL(0x8e, 1, Quantity.FUEL_LEVEL, 1, 1, 0),
    ODOMETER_AC(0xac, 4, Quantity.ODOMETER, 1, 1, 0),
    STATE_BITS(0xd0, 4, Quantity.STATE_BITS, 1, 1, 0),
    EXTERNAL_VOLTAGE_D3(0xd3, 2, Quantity.EXTERNAL_VOLTAGE, 1, 10, 0),
    BATTERY_LEVEL_D4(0xd4, 1, Quantity.BATTERY_LEVEL, 1, 1, 0),
    DRIVER_NUMBER(0xd4, 4, Quantity.DRIVER_NUMBER, 1, 1, 0),
    BATTERY_VOLTAGE_D5(0xd5, 2, Quantity.BATTERY_VOLTAGE, 1, 100, 0),
    BATTERY_LEVEL_E1(0xe1, 1, Quantity.BATTERY_LEVEL, 1, 1, 0),
    EXTERNAL_VOLTAGE_E1(0xe1, 2, Quantity.EXTERNAL_VOLTAGE, 1, 10, 0),
    FUEL(0xe2, 4, Quantity.FUEL, 1, 10, 0),
    MOTION(0xe5, 1, Quantity.MOTION, 1, 1, 0),
    ILLUMINANCE(0xf5, 2, Quantity.ILLUMINANCE, 1, 1, 0),
    AIR_PRESSURE(0xf6, 2, Quantity.AIR_PRESSURE, 1, 1, 0),
    HUMIDITY_F7(0xf7, 2, Quantity.HUMIDITY, 1, 10, 0),
    TEMPERATURE_F8(0xf8, 2, Quantity.TEMPERATURE, 1, 10, -50),
    GEOFENCE(0xfc, 1, Quantity.GEOFENCE, 1, 1, 0),
    BATTERY_LEVEL_FE(0xfe, 1, Quantity.BATTERY_LEVEL, 1, 1, 0),
    EXTERNAL_VOLTAGE_FE(0xfe, 2, Quantity.EXTERNAL_VOLTAGE, 1, 10, 0);

    private static final Measure[][] BY_ID = byId();

    private final int itemId;
    private final int bytes;
    private final Quantity quantity;
    private final int factor;
    private final int divisor;
    private final int zero;
    private final String field;

    /** Quantities with their units. */
    public enum Quantity {
        BATTERY_LEVEL("%"),
        BATTERY_VOLTAGE("V"),
        EXTERNAL_VOLTAGE("V"),
        TEMPERATURE("°C"),
        HUMIDITY("%"),
        AIR_PRESSURE("hPa"),
        ILLUMINANCE("lx"),
        ODOMETER("m"),
        TRIP("m"),
        FUEL("l"),
        FUEL_LEVEL("%"),
        FUEL_CONSUMPTION(""),
        ENGINE_SPEED("rpm"),
        ENGINE_LOAD("%"),
        COOLANT_TEMPERATURE("°C"),
        INTAKE_TEMPERATURE("°C"),
        INTAKE_FLOW(""),
        INTAKE_PRESSURE("kPa"),
        THROTTLE("%"),
        /** 1 forward, 2 backward, 3 still. */
        MIXER_ROTATION(""),
        MOTION(""),
        GEOFENCE(""),
        DRIVER_NUMBER(""),
        STATE_BITS("");

        private final String unit;

        Quantity(String unit) {
            this.unit = unit;
        }

        /** Empty where there is none, or none is known. */
        public String unit() {
            return unit;
        }
    }

    /** The value is the number times factor by divisor, above zero. */
    Measure(int itemId, int bytes, Quantity quantity, int factor, int divisor, int zero) {
        this.itemId = itemId;
        this.bytes = bytes;
        this.quantity = quantity;
        this.factor = factor;
        this.divisor = divisor;
        this.zero = zero;
        String words = quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        this.field = quantity.unit().isEmpty() ? words : words + ", " + quantity.unit();
    }

    /** The measure of an item; null when it is none. */
    static @Nullable Measure of(int itemId, int bytes) {
        for (Measure measure : BY_ID[itemId]) {
            if (measure.bytes == bytes) {
                return measure;
            }
        }
        return null;
    }

    private static Measure[][] byId() {
        Measure[][] byId = new Measure[256][];
        for (int id = 0; id < byId.length; id++) {
            int wanted = id;
            byId[id] = Arrays.stream(values()).filter(m -> m.itemId == wanted).toArray(Measure[]::new);
        }
        return byId;
    }

    /** The quantity and its unit, for people. */
    String field() {
        return field;
    }

    int itemId() {
        return itemId;
    }

    int bytes() {
        return bytes;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** The value in the unit of the quantity that a number on the wire stands for. */
    public double value(long raw) {
        return (double) (raw * factor) / divisor + zero;
    }
}
