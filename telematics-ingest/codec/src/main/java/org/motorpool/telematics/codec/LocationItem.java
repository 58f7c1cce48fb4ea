package org.motorpool.telematics.codec;

import java.util.List;

/** An additional information item of a location report. */
public sealed interface LocationItem
        permits LocationItem.Mileage,
                LocationItem.Fuel,
                LocationItem.FuelLevel,
                LocationItem.RecorderSpeed,
                LocationItem.ManualAlarm,
                LocationItem.TyrePressures,
                LocationItem.CabinTemperature,
                LocationItem.Overspeed,
                LocationItem.AreaCrossing,
                LocationItem.SegmentTime,
                LocationItem.VehicleSignals,
                LocationItem.IoState,
                LocationItem.Analog,
                LocationItem.SignalStrength,
                LocationItem.Satellites,
                VideoItem,
                SafetyItem,
                VendorItem,
                LocationItem.Opaque {

    /** Number of the item on the wire. */
    default int id() {
        return LocationWriter.wire(this).u8(0);
    }

    /** The value as on the wire. */
    default String valueHex() {
        return LocationWriter.wire(this).hex().substring(4);
    }

    /** 0x01, total distance; 0.1 km on the wire. */
    record Mileage(long distance_m) implements LocationItem {}

    /** 0x02, fuel in the tank, tenths of a litre. */
    record Fuel(int fuel_dl) implements LocationItem {}

    /** 0x02 with bit 15, which some devices set: fuel in the tank, percent. */
    record FuelLevel(int fuel_percent) implements LocationItem {}

    /** 0x03, speed by the recorder. */
    record RecorderSpeed(double speed_kmh) implements LocationItem {}

    /** 0x04, number of an alarm that a person must confirm. */
    record ManualAlarm(int alarmEventId) implements LocationItem {}

    /**
     * 0x05 (2019), tyre pressures in the order of table 29: front left, front right, middle left, middle right, rear left,
     * rear right, from the outside in.
     *
     * @param pressures in the unit of the terminal (the standard says pascal, in one byte); {@link #NONE} for no wheel
     */
    record TyrePressures(List<Integer> pressures) implements LocationItem {
        public static final int NONE = -1;

        public TyrePressures {
            pressures = List.copyOf(pressures);
        }
    }

    /** 0x06 (2019), temperature in the cabin. */
    record CabinTemperature(int temperature_c, Sign sign) implements LocationItem {}

    /** How a negative number is written. */
    enum Sign {
        /** The highest bit, as the standard has it. */
        BIT,
        /** Two's complement, as some devices have it. */
        COMPLEMENT
    }

    /**
     * 0x11, where the vehicle is too fast.
     *
     * @param place 0 anywhere, 1 circle, 2 rectangle, 3 polygon, 4 route segment
     * @param areaId 0 when {@code place} is 0
     */
    record Overspeed(int place, long areaId) implements LocationItem {}

    /** 0x12, area or route entered (direction 0) or left (1). */
    record AreaCrossing(int place, long areaId, int direction) implements LocationItem {}

    /** 0x13, time on a segment too short (result 0) or too long (1). */
    record SegmentTime(long segmentId, int duration_s, int result) implements LocationItem {}

    /** 0x25, extended vehicle signals (lights, brake, horn, …). */
    record VehicleSignals(long bits) implements LocationItem {}

    /** 0x2A, input and output state. */
    record IoState(int bits) implements LocationItem {}

    /** 0x2B, analog inputs. */
    record Analog(int ad0, int ad1) implements LocationItem {}

    /** 0x30, strength of the wireless signal. */
    record SignalStrength(int strength) implements LocationItem {}

    /** 0x31, satellites in use. */
    record Satellites(int number) implements LocationItem {}

    /** Any other item, and one whose length is not that of the standard. */
    record Opaque(int id, Body value) implements LocationItem {
        /** An item whose value is given in hex. */
        public Opaque(int id, String hex) {
            this(id, Body.ofHex(hex));
        }
    }
}
