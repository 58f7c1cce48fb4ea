package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message from a terminal to the platform. */
public sealed interface Uplink extends Message
        permits Uplink.Answer,
                Uplink.GeneralResponse,
                Uplink.Heartbeat,
                Uplink.Logout,
                Uplink.Register,
                Uplink.Authenticate,
                Uplink.LocationReport,
                Uplink.LocationBatch,
                Uplink.Unmodelled,
                Uplink.Malformed,
                TerminalUplink,
                DriverUplink,
                VehicleUplink,
                SettingsUplink,
                MediaUplink,
                AttachmentUplink,
                VendorUplink {

    /** A message that answers a query of the platform; some come unasked too. */
    sealed interface Answer extends Uplink
            permits LocationAnswer,
                    TerminalUplink.TerminalAttributes,
                    DriverUplink.QuestionAnswer,
                    DriverUplink.DriverIdentity,
                    DriverUplink.DriverIdentityOf2011,
                    SettingsUplink.ParametersAnswer,
                    SettingsUplink.AreasAnswer,
                    VehicleUplink.ControlAnswer,
                    VehicleUplink.RecorderData,
                    VehicleUplink.RecorderDataOf2011,
                    MediaUplink.MediaList,
                    MediaUplink.ShootingAnswer,
                    MediaUplink.AudioVideoAttributes,
                    MediaUplink.RecordingList,
                    MediaUplink.RecordingUploaded,
                    VendorUplink.TextAnswer {

        /** Serial of the query; {@link #NO_SERIAL} in a message that does not say. */
        default int answeredSerial() {
            return NO_SERIAL;
        }

        /** 0 done, as in 0x0001; most answers come only then. */
        default int result() {
            return 0;
        }
    }

    /** The serial of a query that an answer does not say. */
    int NO_SERIAL = -1;

    /** 0x0001, general response: how the terminal took a message of the platform. */
    record GeneralResponse(int answeredSerial, int answeredId, int result) implements Uplink {}

    /**
     * 0x0002, heartbeat.
     *
     * @param extraHex bytes some devices append (battery, signal); empty by the standard
     */
    record Heartbeat(String extraHex) implements Uplink {}

    /** 0x0003, logout: the terminal gives its registration up. */
    record Logout() implements Uplink {}

    /**
     * 0x0100, register.
     *
     * @param province first two digits of the GB/T 2260 code
     * @param city last four digits of the GB/T 2260 code
     * @param plate number plate, or the VIN when {@code plateColour} is 0
     */
    record Register(
            int province, int city, String manufacturer, String model, String terminalId, int plateColour, String plate)
            implements Uplink {}

    /**
     * 0x0102, authenticate.
     *
     * @param imei 2019 only, else empty
     * @param softwareVersion 2019 only, else empty
     */
    record Authenticate(String code, String imei, String softwareVersion) implements Uplink {}

    /**
     * 0x0200, location report, WGS-84.
     *
     * @param alarmBits alarm flags, table 18 of JT/T 808-2013, table 24 of 2019
     * @param statusBits status flags; bit 0 ignition, bit 1 valid fix, bits 2 and 3 south and west
     * @param latitude degrees, south negative; beyond ±90 when the terminal says so
     * @param longitude degrees, west negative; beyond ±180 when the terminal says so
     * @param reportedAt terminal time (GMT+8 on the wire); null when it is not a date
     * @param items additional information in wire order
     * @param trailingHex bytes after the items that are no item; empty in a good report
     */
    record LocationReport(
            long alarmBits,
            long statusBits,
            double latitude,
            double longitude,
            int altitude_m,
            double speed_kmh,
            int heading_deg,
            @Nullable Instant reportedAt,
            List<LocationItem> items,
            String trailingHex)
            implements Uplink {
        public LocationReport {
            items = items instanceof Items ? items : List.copyOf(items);
        }

        /** Total distance by the terminal in metres, −1 when it did not send it. */
        public long odometer_m() {
            for (LocationItem item : items) {
                if (item instanceof LocationItem.Mileage mileage) {
                    return mileage.distance_m();
                }
            }
            return findOldTail().map(tail -> tail.mileage_km() * 1000).orElse(-1L);
        }

        /** What old devices send in place of items. */
        public Optional<OldTail> findOldTail() {
            return items.isEmpty() ? OldTail.find(trailingHex) : Optional.empty();
        }

        /** Whether the coordinates are on the globe. */
        public boolean onGlobe() {
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        }
    }

    /**
     * 0x0201, the answer to 0x8201.
     *
     * @param answeredSerial {@link #NO_SERIAL} in 2011
     */
    record LocationAnswer(int answeredSerial, LocationReport report) implements Answer {}

    /**
     * 0x0704, positions sent together.
     *
     * @param kind 0 normal batch, 1 caught up after a blind zone
     * @param declared number of reports the terminal announced
     * @param trailingHex what could not be read after the last whole report; empty in a good batch
     */
    record LocationBatch(int kind, int declared, List<LocationReport> reports, String trailingHex) implements Uplink {
        public LocationBatch {
            reports = List.copyOf(reports);
        }
    }

    /** A message whose body is not modelled (yet), or is encrypted. */
    record Unmodelled(int messageId, String hex) implements Uplink {}

    /** A modelled message whose body is too short for what it must hold; the platform answers result 2. */
    record Malformed(int messageId, String reason, String hex) implements Uplink {}
}
