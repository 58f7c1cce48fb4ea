package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What active-safety equipment adds to a location report (苏标 T/JSATL 12-2017, 粤标 T/GDRTA 002-2020). */
public sealed interface SafetyItem extends LocationItem {

    /** An alarm, which may have attachments in the terminal. */
    sealed interface Alarm extends SafetyItem {
        /** Running number in the terminal. */
        long number();

        /** 0 has neither beginning nor end, 1 begins, 2 ends. */
        int phase();

        /** Where and how the vehicle was. */
        Situation situation();

        /** What the platform asks for the attachments with. */
        AlarmId alarmId();
    }

    /**
     * Where and how the vehicle was.
     *
     * @param latitude degrees, never negative: there is no hemisphere
     * @param raisedAt null when it is not a date
     * @param vehicleBits ignition (0), left (1) and right signal (2), wiper (3), brake (4), card (5), fix (10)
     */
    record Situation(
            int speed_kmh,
            int altitude_m,
            double latitude,
            double longitude,
            @Nullable Instant raisedAt,
            int vehicleBits) {}

    /**
     * 0x64, driver assistance (ADAS).
     *
     * @param type see {@link SafetyAlarmType}
     * @param level 1 or 2
     * @param frontSpeed_kmh of the vehicle in front
     * @param distance_ds to it, tenths of a second
     * @param deviation 1 left, 2 right
     * @param sign 1 speed, 2 height, 3 weight; 粤标 also 4 no entry, 5 no stopping
     * @param signData what the sign says
     */
    record DriverAssistance(
            long number,
            int phase,
            int type,
            int level,
            int frontSpeed_kmh,
            int distance_ds,
            int deviation,
            int sign,
            int signData,
            Situation situation,
            AlarmId alarmId)
            implements Alarm {}

    /**
     * 0x65, the driver's state (DSM).
     *
     * @param type see {@link SafetyAlarmType}
     * @param level 1 or 2
     * @param fatigue 1 to 10, with type 1 only
     * @param reserved 0 by the standard
     */
    record DriverState(
            long number,
            int phase,
            int type,
            int level,
            int fatigue,
            long reserved,
            Situation situation,
            AlarmId alarmId)
            implements Alarm {}

    /**
     * 0x66, tyres (TPMS).
     *
     * @param positionBytes width of a tyre's position, which the standard says in two ways: 1 or 2
     */
    record TyreState(long number, int phase, Situation situation, AlarmId alarmId, int positionBytes, List<Tyre> tyres)
            implements Alarm {
        public TyreState {
            tyres = List.copyOf(tyres);
        }
    }

    /**
     * One tyre.
     *
     * @param position from 0, left front
     * @param bits regular report (0), pressure high (1), low (2), hot (3), sensor (4), imbalance (5), leak (6), battery (7)
     */
    record Tyre(int position, int bits, int pressure_kPa, int temperature_c, int battery_percent) {}

    /** 0x67, blind spot (BSD); {@code type} see {@link SafetyAlarmType}. */
    record BlindSpot(long number, int phase, int type, Situation situation, AlarmId alarmId) implements Alarm {}

    /**
     * 0x70, aggressive driving, of some provinces; no text of a standard was at hand.
     *
     * @param type see {@link SafetyAlarmType}
     */
    record AggressiveDriving(
            long number,
            int phase,
            int type,
            int timeThreshold,
            int threshold1,
            int threshold2,
            Situation situation,
            AlarmId alarmId)
            implements Alarm {}

    /** 0xF1 (粤标), faults of the installation; others put millivolts there. */
    record InstallationFault(long bits) implements SafetyItem {}

    /** 0xF2 (粤标), faults of the algorithms. */
    record AlgorithmFault(long bits) implements SafetyItem {}
}
