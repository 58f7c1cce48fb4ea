package org.motorpool.telematics.codec;

import java.util.List;

/** What the platform asks of the vehicle. */
public sealed interface VehicleDownlink extends Downlink {

    /**
     * 0x8202, report more often for a while.
     *
     * @param interval_s seconds between positions; 0 ends it
     * @param validity_s how long; not sent when {@code interval_s} is 0
     */
    record Track(int interval_s, long validity_s) implements VehicleDownlink {}

    /**
     * 0x8203, a person has seen alarms.
     *
     * @param alarmSerial serial of the report that brought them; 0 for all of these kinds
     * @param alarmBits which: SOS (0), danger (3), area (20), route (21), time on a segment (22), illegal ignition (27), illegal
     *     move (28)
     */
    record ConfirmAlarms(int alarmSerial, long alarmBits) implements VehicleDownlink {}

    /**
     * 0x8500, control the vehicle; 0x0500 answers.
     *
     * @param controls the form of 2013 has one of the doors and nothing else
     */
    record ControlVehicle(List<Control> controls) implements VehicleDownlink {
        public ControlVehicle {
            controls = List.copyOf(controls);
        }
    }

    /**
     * One thing to control.
     *
     * @param kind 0x0001 doors; 0xF001 to 0xFFFF agreed with the vendor
     * @param valueHex one byte: 00 lock the doors, 01 unlock them; the last control of a vendor may have any number of bytes
     */
    record Control(int kind, String valueHex) {
        static final int DOORS = 0x0001;
        static final String LOCK = "00";
        static final String UNLOCK = "01";

        /** Locks the doors. */
        public static Control lockDoors() {
            return new Control(DOORS, LOCK);
        }

        /** Unlocks the doors. */
        public static Control unlockDoors() {
            return new Control(DOORS, UNLOCK);
        }
    }

    /**
     * 0x8700, ask for what the recorder holds; 0x0700 answers.
     *
     * @param command number of GB/T 19056
     * @param blockHex data block of GB/T 19056; often empty
     */
    record QueryRecorder(int command, String blockHex) implements VehicleDownlink {}

    /** 0x8701 (2011 prints it 0x8101), give the recorder parameters; fields as in 0x8700. */
    record SetRecorder(int command, String blockHex) implements VehicleDownlink {}
}
