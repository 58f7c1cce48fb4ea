package org.motorpool.telematics.command;

import java.util.List;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.VehicleDownlink;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.ControlInstruction;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.ParameterInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** The message that carries an instruction to a terminal. */
final class Downlinks {

    private static final int REPORT_INTERVAL = 0x0029;

    private Downlinks() {}

    /** The message for a terminal of this version. One that the version has no words for fails when it is written. */
    static Downlink of(Instruction instruction, ProtocolVersion version) {
        return switch (instruction) {
            case TextInstruction text -> TextMessages.of(text, version);
            case LocationInstruction location -> location(location);
            case ParameterInstruction parameters -> parameters(parameters);
            case AreaInstruction area -> AreaMessages.of(area);
            case ControlInstruction control -> ControlMessages.of(control);
            case MediaInstruction media -> MediaMessages.of(media);
        };
    }

    private static Downlink location(LocationInstruction instruction) {
        return switch (instruction) {
            case LocationInstruction.LocateNow() -> new Downlink.LocateNow();
            case LocationInstruction.TrackVehicle(Integer interval_s, Long validity_s) ->
                new VehicleDownlink.Track(interval_s, validity_s == null ? 0 : validity_s);
            case LocationInstruction.SetReportInterval(Integer interval_s) ->
                new Downlink.SetParameters(List.of(Parameter.dword(REPORT_INTERVAL, interval_s)));
            case LocationInstruction.ConfirmAlarms confirm ->
                new VehicleDownlink.ConfirmAlarms(confirm.alarmSerial(), bits(confirm));
            case LocationInstruction.CheckLink() -> new TerminalDownlink.CheckLink();
        };
    }

    private static long bits(LocationInstruction.ConfirmAlarms confirm) {
        return confirm.alarms().stream().mapToLong(alarm -> 1L << alarm.bit()).reduce(0, (all, bit) -> all | bit);
    }

    private static Downlink parameters(ParameterInstruction instruction) {
        return switch (instruction) {
            case ParameterInstruction.QueryAttributes() -> new TerminalDownlink.QueryAttributes();
            case ParameterInstruction.QueryParameters query ->
                query.ids().isEmpty()
                        ? new TerminalDownlink.QueryAllParameters()
                        : new TerminalDownlink.QueryParameters(query.numbers());
            case ParameterInstruction.SetParameters set ->
                new Downlink.SetParameters(set.parameters().stream()
                        .map(parameter -> new Parameter(parameter.number(), parameter.valueHex()))
                        .toList());
        };
    }
}
