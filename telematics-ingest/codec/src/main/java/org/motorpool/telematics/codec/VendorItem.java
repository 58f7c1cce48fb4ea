package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * Items of single vendors whose layout is known from what other decoders do with them; no standard has them. Where a number
 * stands for several things, only the lengths are read that leave no doubt.
 */
public sealed interface VendorItem extends LocationItem {

    /** One number; see {@link Measure}. */
    record Measurement(Measure measure, long raw) implements VendorItem {
        /** In the unit of the quantity. */
        public double value() {
            return measure.value(raw);
        }
    }

    /**
     * A text; see {@link TextLabel}.
     *
     * @param width_bytes of the text with the zeros behind it
     */
    record Text(TextLabel label, String text, int width_bytes) implements VendorItem {}

    /**
     * 0x51, temperatures.
     *
     * @param temperatures_dc tenths of a degree Celsius; −32767 where there is no sensor
     */
    record Temperatures(List<Integer> temperatures_dc) implements VendorItem {
        public Temperatures {
            temperatures_dc = List.copyOf(temperatures_dc);
        }
    }

    /** 0x54, 0xEC and 0xF4, wireless networks in reach. */
    record AccessPoints(int id, List<AccessPoint> accessPoints) implements VendorItem {
        public AccessPoints {
            accessPoints = List.copyOf(accessPoints);
        }
    }

    /** A wireless network; {@code mac} in hex. */
    record AccessPoint(String mac, int signal_dBm) {}

    /** 0xE1 and 0xEB, cells of a mobile network in reach. */
    record CellTowers(int id, int mcc, int mnc, List<CellTower> towers) implements VendorItem {
        public CellTowers {
            towers = List.copyOf(towers);
        }
    }

    /** A cell: location area code and cell identity. */
    record CellTower(long lac, long cell, int signal) {}

    /**
     * 0x56, battery.
     *
     * @param tenths how full it is, 0 to 10
     */
    record BatteryTenths(int tenths, int rest) implements VendorItem {}

    /** 0x57, alarms: hard acceleration (8), braking (9), cornering (10); inputs; further bits. */
    record DrivingAlarms(int alarmBits, int switchBits, long furtherBits) implements VendorItem {}

    /** 0x60, what happened to a lock. */
    record LockEvent(int event, String restHex) implements VendorItem {}

    /** 0x63, locks. */
    record Locks(List<Lock> locks) implements VendorItem {
        public Locks {
            locks = List.copyOf(locks);
        }
    }

    /** A lock; {@code lockId} in hex, {@code seal} 0x31 when sealed. */
    record Lock(String lockId, int battery_mV, int seal, int state, int signal) {}

    /** 0x77, tyre sensors. */
    record TyreSensors(List<TyreSensor> sensors) implements VendorItem {
        public TyreSensors {
            sensors = List.copyOf(sensors);
        }
    }

    /**
     * A tyre sensor; {@code sensorId} in hex.
     *
     * @param pressureBits the lower ten bits are fortieths of a bar
     */
    record TyreSensor(int tyre, String sensorId, int pressureBits, int temperature_c, int state) {}

    /** 0xA7, analog inputs in hundredths of a volt. */
    record AnalogVoltages(int first_cV, int second_cV) implements VendorItem {}

    /** 0xE4, charging when {@code state} is 0. */
    record Charge(int state, int level_percent) implements VendorItem {}

    /** 0xE7, alarms, a bit each. */
    record AlarmBits(long bits) implements VendorItem {}

    /** 0xEB, fields of two-byte numbers, kept as they are: most vendors' devices put what the others have no number for here. */
    record Extension(Body value) implements VendorItem {
        /** Its fields in wire order. */
        public List<ExtensionField> fields() {
            List<ExtensionField> fields = new ArrayList<>();
            for (int at = 0; at < value.length(); at += 2 + value.u16(at)) {
                fields.add(new ExtensionField(value.u16(at + 2), value.hex(at + 4, at + 2 + value.u16(at))));
            }
            return fields;
        }
    }

    /**
     * A field of an extension.
     *
     * @param id 0x0001 fuel, 0x0023 fuel as text, 0x002D battery, 0x0089 and 0x00C5 flags with 0 for set, 0x00A8 battery
     *     in percent, 0x00B2 ICCID, 0x00B9 wireless networks, 0x00CE external voltage, 0x00D8 cell
     */
    record ExtensionField(int id, String hex) {}

    /** 0xEE, state of the device. */
    record DeviceState(int signal, int external_mV, int battery_mV, int satellites) implements VendorItem {}

    /** 0xF7, battery; charging when {@code state} is 2 or 3. */
    record BatteryState(long battery_mV, int state, int level_percent) implements VendorItem {}
}
