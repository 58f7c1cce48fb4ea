package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What vehicles told the platform; the stream is keyed by {@link #vehicleId()}. */
public sealed interface TelematicsEvent {

    /** Topic of this stream. */
    String TOPIC = "motorpool.telematics.event.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends TelematicsEvent>> WIRE_TYPES = Map.of(
            "position-reported", PositionReported.class,
            "alarm-raised", AlarmRaised.class,
            "safety-alarm-raised", SafetyAlarmRaised.class,
            "terminal-connected", TerminalConnected.class,
            "terminal-disconnected", TerminalDisconnected.class,
            "command-answered", CommandAnswered.class,
            "media-stored", MediaStored.class);

    /** Identity of the event (UUIDv7); consumers use it to be idempotent. */
    UUID eventId();

    UUID vehicleId();

    /** When the gateway received it, UTC. */
    Instant receivedAt();

    /**
     * One position of one vehicle (JT/T 808, 0x0200 and each entry of 0x0704), WGS-84.
     *
     * @param reportedAt terminal time, UTC; with {@code vehicleId} the identity of the position
     * @param latitude degrees, −90 to 90
     * @param longitude degrees, −180 to 180
     * @param altitude_m metres above sea level
     * @param speed_kmh 0 to 6553.5
     * @param heading_deg 0 (north) to 359, clockwise
     * @param odometer_m total distance by the terminal, metres; −1 when the terminal did not send it
     * @param alarmBits the alarm flags of the standard
     * @param statusBits the status flags of the standard; bit 0 is ignition, bit 1 is a valid fix
     */
    record PositionReported(
            UUID eventId,
            UUID vehicleId,
            Instant receivedAt,
            Instant reportedAt,
            double latitude,
            double longitude,
            int altitude_m,
            double speed_kmh,
            int heading_deg,
            long odometer_m,
            long alarmBits,
            long statusBits)
            implements TelematicsEvent {
        public PositionReported {
            Objects.requireNonNull(eventId, "eventId");
            Objects.requireNonNull(vehicleId, "vehicleId");
            Objects.requireNonNull(receivedAt, "receivedAt");
            Objects.requireNonNull(reportedAt, "reportedAt");
        }

        /** Whether the ignition is on (status bit 0). */
        public boolean ignitionOn() {
            return (statusBits & 1) != 0;
        }

        /** Whether the terminal had a valid fix (status bit 1). */
        public boolean located() {
            return (statusBits & 2) != 0;
        }
    }

    /**
     * An alarm flag rose between two positions.
     *
     * @param alarmBit bit number in the alarm flags of 0x0200, 0 to 31
     */
    record AlarmRaised(UUID eventId, UUID vehicleId, Instant receivedAt, Instant reportedAt, int alarmBit)
            implements TelematicsEvent {}

    /**
     * Active-safety equipment told of an alarm with a position (T/JSATL 12-2017, T/GDRTA 002-2020).
     *
     * @param reportedAt terminal time of the position
     * @param source number of the item of 0x0200 that holds it: 0x64 driver assistance, 0x65 driver, 0x66 tyres, 0x67 blind
     *     spot, 0x70 aggressive driving
     * @param number running number in the terminal, 0 to 4294967295
     * @param phase 0 neither begins nor ends, 1 begins, 2 ends
     * @param alarmType within its source; 0 when the source has none
     * @param level 1 or 2; 0 when the source has none
     */
    record SafetyAlarmRaised(
            UUID eventId,
            UUID vehicleId,
            Instant receivedAt,
            Instant reportedAt,
            int source,
            long number,
            int phase,
            int alarmType,
            int level)
            implements TelematicsEvent {}

    /**
     * A terminal authenticated on a connection.
     *
     * @param phone terminal phone number as in the frame header, leading zeros stripped
     * @param protocolVersion 2013 or 2019, by the header form (2011 reads as 2013)
     */
    record TerminalConnected(UUID eventId, UUID vehicleId, Instant receivedAt, String phone, int protocolVersion)
            implements TelematicsEvent {}

    /** The connection of a terminal ended. */
    record TerminalDisconnected(UUID eventId, UUID vehicleId, Instant receivedAt, String phone, String reason)
            implements TelematicsEvent {}

    /**
     * A terminal answered a command.
     *
     * @param commandId id of the {@link TelematicsCommand}
     * @param result 0 done, 1 failed, 2 message wrong, 3 not supported
     * @param details lines for people, may be empty
     */
    record CommandAnswered(
            UUID eventId, UUID vehicleId, Instant receivedAt, UUID commandId, int result, List<String> details)
            implements TelematicsEvent {
        public CommandAnswered {
            details = List.copyOf(details);
        }
    }

    /**
     * A photo, recording or video, or an attachment of an alarm, is stored; {@link MediaApi} answers its bytes.
     *
     * @param eventId that of the medium, so that a medium that was sent twice is told of under one id
     * @param takenAt terminal time, UTC; the time it was received where the terminal's clock is absurd
     * @param position where it was taken; null when the terminal did not say
     * @param alarm the alarm that it is an attachment of; null for what a terminal sent of itself (0x0801)
     */
    record MediaStored(
            UUID eventId,
            UUID vehicleId,
            Instant receivedAt,
            UUID mediaId,
            MediaKind kind,
            Instant takenAt,
            MediaPosition position,
            MediaAlarm alarm)
            implements TelematicsEvent {
        public MediaStored {
            Objects.requireNonNull(eventId, "eventId");
            Objects.requireNonNull(vehicleId, "vehicleId");
            Objects.requireNonNull(receivedAt, "receivedAt");
            Objects.requireNonNull(mediaId, "mediaId");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(takenAt, "takenAt");
        }
    }
}
