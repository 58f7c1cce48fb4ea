package org.motorpool.telematics.contract;

import java.util.Map;

/**
 * What a terminal is told to do (指令); {@link TelematicsCommand.InstructTerminal} carries it. Every record checks its
 * fields and throws {@link InvalidInstruction} for the first that breaks a rule.
 */
public sealed interface Instruction permits TextInstruction, LocationInstruction {

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends Instruction>> WIRE_TYPES = Map.ofEntries(
            Map.entry("send-text", TextInstruction.SendText.class),
            Map.entry("locate-now", LocationInstruction.LocateNow.class),
            Map.entry("set-report-interval", LocationInstruction.SetReportInterval.class));
}
