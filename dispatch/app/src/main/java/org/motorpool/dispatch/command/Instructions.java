package org.motorpool.dispatch.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.ControlInstruction;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.ParameterInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** What dispatch needs to know of an instruction. */
final class Instructions {

    private static final Map<Class<? extends Instruction>, String> TYPES = Instruction.WIRE_TYPES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Instructions() {}

    /** Its name on the wire. */
    static String type(Instruction instruction) {
        String type = TYPES.get(instruction.getClass());
        if (type == null) {
            throw new IllegalArgumentException("%s has no wire type".formatted(instruction.getClass()));
        }
        return type;
    }

    /** Whether it is for fleet officers only: it acts on the vehicle, sets the terminal up, or listens into the vehicle. */
    static boolean officerOnly(Instruction instruction) {
        return switch (instruction) {
            case TextInstruction.SendText _, TextInstruction.AskQuestion _, TextInstruction.QueryDriver _ -> false;
            case TextInstruction.CallBack call ->
                switch (call.kind()) {
                    case TALK -> false;
                    case LISTEN -> true;
                };
            case LocationInstruction.SetReportInterval _ -> true;
            case LocationInstruction.LocateNow _,
                    LocationInstruction.TrackVehicle _,
                    LocationInstruction.ConfirmAlarms _,
                    LocationInstruction.CheckLink _ -> false;
            case ParameterInstruction.SetParameters _ -> true;
            case ParameterInstruction.QueryParameters _, ParameterInstruction.QueryAttributes _ -> false;
            case AreaInstruction _ -> false;
            case ControlInstruction _ -> true;
            case MediaInstruction.RecordAudio _, MediaInstruction.SendAttachments _ -> true;
            case MediaInstruction.Shoot _,
                    MediaInstruction.SearchMedia _,
                    MediaInstruction.UploadMedia _,
                    MediaInstruction.UploadMediaItem _ -> false;
        };
    }
}
