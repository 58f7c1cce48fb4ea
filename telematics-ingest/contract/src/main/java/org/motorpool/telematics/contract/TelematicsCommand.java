package org.motorpool.telematics.contract;

import java.util.Map;
import java.util.UUID;

/** What the platform asks of the gateway; the stream is keyed by {@link #vehicleId()}. */
public sealed interface TelematicsCommand {

    /** Topic of this stream. */
    String TOPIC = "motorpool.telematics.command.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends TelematicsCommand>> WIRE_TYPES = Map.of(
            "bind-terminal", BindTerminal.class,
            "unbind-terminal", UnbindTerminal.class,
            "send-text", SendText.class,
            "locate-now", LocateNow.class,
            "set-report-interval", SetReportInterval.class);

    UUID commandId();

    UUID vehicleId();

    /**
     * From now on the terminal with this phone number reports for this vehicle; idempotent.
     *
     * @param phone terminal phone number, digits, leading zeros stripped
     * @param terminalId manufacturer's id, which the terminal must register with; null in records from before it was
     *     told, and then the id is not checked
     */
    record BindTerminal(UUID commandId, UUID vehicleId, String phone, String plate, String terminalId)
            implements TelematicsCommand {}

    /** The terminal no longer reports for the vehicle; an open connection is closed. */
    record UnbindTerminal(UUID commandId, UUID vehicleId, String phone) implements TelematicsCommand {}

    /** Show and speak a text in the vehicle (0x8300); at most 1024 bytes in GBK. */
    record SendText(UUID commandId, UUID vehicleId, String text) implements TelematicsCommand {}

    /** Ask for a position at once (0x8201). */
    record LocateNow(UUID commandId, UUID vehicleId) implements TelematicsCommand {}

    /** Set the reporting interval while driving (0x8103, parameter 0x0029), 1 to 3600 s. */
    record SetReportInterval(UUID commandId, UUID vehicleId, int interval_s) implements TelematicsCommand {}
}
