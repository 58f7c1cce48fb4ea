package org.motorpool.telematics.codec;

/** An additional information item of a location report. */
public sealed interface LocationItem {

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

    /** 0x03, speed by the recorder. */
    record RecorderSpeed(double speed_kmh) implements LocationItem {}

    /** 0x04, number of an alarm that a person must confirm. */
    record ManualAlarm(int alarmEventId) implements LocationItem {}

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
    record Opaque(int id, String hex) implements LocationItem {}
}
