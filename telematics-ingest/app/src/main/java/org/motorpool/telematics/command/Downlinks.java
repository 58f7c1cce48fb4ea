package org.motorpool.telematics.command;

import java.util.List;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** The message that carries an instruction to a terminal. */
final class Downlinks {

    private static final int REPORT_INTERVAL = 0x0029;

    private Downlinks() {}

    /**
     * The message for a terminal of this version.
     *
     * @throws IllegalArgumentException when the version has no words for it
     */
    static Downlink of(Instruction instruction, ProtocolVersion version) {
        return switch (instruction) {
            case TextInstruction.SendText text -> Texts.of(text, version);
            case LocationInstruction.LocateNow _ -> new Downlink.LocateNow();
            case LocationInstruction.SetReportInterval(Integer interval_s) ->
                new Downlink.SetParameters(List.of(Parameter.dword(REPORT_INTERVAL, interval_s)));
        };
    }
}
