package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the platform asks of the gateway; the stream is keyed by {@link #vehicleId()}. */
public sealed interface TelematicsCommand {

    /** Topic of this stream. */
    String TOPIC = "motorpool.telematics.command.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends TelematicsCommand>> WIRE_TYPES = Map.ofEntries(
            Map.entry("bind-terminal", BindTerminal.class),
            Map.entry("unbind-terminal", UnbindTerminal.class),
            Map.entry("instruct-terminal", InstructTerminal.class),
            Map.entry("send-text", SendText.class),
            Map.entry("locate-now", LocateNow.class),
            Map.entry("set-report-interval", SetReportInterval.class));

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

    /**
     * Have the terminal of the vehicle carry the instruction out, when it is connected; once, however often the record
     * comes.
     *
     * @param expiresAt not to be sent any more then; null leaves it to the gateway
     */
    record InstructTerminal(UUID commandId, UUID vehicleId, Instant expiresAt, Instruction instruction)
            implements TelematicsCommand {
        public InstructTerminal {
            Objects.requireNonNull(instruction, "instruction");
        }
    }

    /** {@link TextInstruction.SendText} as it was before {@link InstructTerminal}; at most 1024 bytes in GBK. */
    record SendText(UUID commandId, UUID vehicleId, String text) implements TelematicsCommand {}

    /** {@link LocationInstruction.LocateNow} as it was before {@link InstructTerminal}. */
    record LocateNow(UUID commandId, UUID vehicleId) implements TelematicsCommand {}

    /** {@link LocationInstruction.SetReportInterval} as it was before {@link InstructTerminal}, 1 to 3600 s. */
    record SetReportInterval(UUID commandId, UUID vehicleId, int interval_s) implements TelematicsCommand {}
}
