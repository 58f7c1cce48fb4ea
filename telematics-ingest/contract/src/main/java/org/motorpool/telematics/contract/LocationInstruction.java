package org.motorpool.telematics.contract;

import java.util.List;
import java.util.Objects;

/** Instructions about where the vehicle is and how often it says so. */
public sealed interface LocationInstruction extends Instruction {

    /** Ask for a position at once (0x8201). */
    record LocateNow() implements LocationInstruction {}

    /**
     * Set the reporting interval while driving (0x8103, parameter 0x0029).
     *
     * @param interval_s 1 to 3600 s
     */
    record SetReportInterval(Integer interval_s) implements LocationInstruction {

        private static final int MOST_S = 3600;

        public SetReportInterval {
            Check.range("interval_s", interval_s, 1, MOST_S);
        }
    }

    /**
     * Report more often for a while (0x8202).
     *
     * @param interval_s seconds between positions, 1 to 65535; 0 ends it
     * @param validity_s how long, 1 to 4294967295; left out with interval 0
     */
    record TrackVehicle(Integer interval_s, Long validity_s) implements LocationInstruction {
        public TrackVehicle {
            Check.range("interval_s", interval_s, 0, 65_535);
            if (interval_s == 0) {
                Check.absent("validity_s", validity_s);
            } else {
                Check.range("validity_s", validity_s, 1, 0xffff_ffffL);
            }
        }
    }

    /** Alarms that a person may confirm: the flag of the position, table 24 of JT/T 808-2019. */
    enum ConfirmableAlarm {
        EMERGENCY(0),
        DANGER(3),
        AREA(20),
        ROUTE(21),
        SEGMENT_TIME(22),
        ILLEGAL_IGNITION(27),
        ILLEGAL_MOVE(28);

        private final int bit;

        ConfirmableAlarm(int bit) {
            this.bit = bit;
        }

        /** Number of the flag. */
        public int bit() {
            return bit;
        }
    }

    /**
     * A person has seen alarms (0x8203).
     *
     * @param alarms of which kinds
     * @param alarmSerial serial of the report that brought them; 0, also when left out: all of these kinds
     */
    record ConfirmAlarms(List<ConfirmableAlarm> alarms, Integer alarmSerial) implements LocationInstruction {
        public ConfirmAlarms {
            alarms = Check.list("alarms", alarms, 1, ConfirmableAlarm.values().length);
            alarmSerial = Check.range("alarmSerial", Objects.requireNonNullElse(alarmSerial, 0), 0, 65_535);
        }
    }

    /** Ask whether the terminal is there (0x8204, 2019). */
    record CheckLink() implements LocationInstruction {}
}
