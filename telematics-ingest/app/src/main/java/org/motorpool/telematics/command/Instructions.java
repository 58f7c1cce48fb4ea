package org.motorpool.telematics.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.ControlInstruction;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.ParameterInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** What the queue needs to know of an instruction. */
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

    /** Whether the terminal may get it twice: when a connection ends, nobody knows whether it arrived. */
    static boolean repeatable(Instruction instruction) {
        return switch (instruction) {
            case TextInstruction.SendText _, TextInstruction.QueryDriver _ -> true;
            case TextInstruction.AskQuestion _, TextInstruction.CallBack _ -> false;
            case LocationInstruction _, ParameterInstruction _, AreaInstruction _ -> true;
            case ControlInstruction.ControlVehicle _ -> true;
            // a terminal that resets loses its connection: sent again, it would reset again
            case ControlInstruction.ControlTerminal _,
                    ControlInstruction.UpgradeOverAir _,
                    ControlInstruction.ConnectServer _,
                    ControlInstruction.SendUpgrade _,
                    ControlInstruction.PassThrough _ -> false;
            case MediaInstruction.Shoot _, MediaInstruction.RecordAudio _ -> false;
            case MediaInstruction.SearchMedia _,
                    MediaInstruction.UploadMedia _,
                    MediaInstruction.UploadMediaItem _,
                    MediaInstruction.SendAttachments _ -> true;
        };
    }

    /** The message that answers it, when more than a general response is to come. */
    static @Nullable Integer answerId(Instruction instruction) {
        return switch (instruction) {
            case TextInstruction.AskQuestion _ -> Answers.QUESTION_ANSWER;
            case TextInstruction.QueryDriver _ -> Answers.DRIVER_IDENTITY;
            case TextInstruction.SendText _, TextInstruction.CallBack _ -> null;
            case LocationInstruction.LocateNow _ -> Answers.LOCATION_ANSWER;
            case LocationInstruction.TrackVehicle _,
                    LocationInstruction.SetReportInterval _,
                    LocationInstruction.ConfirmAlarms _,
                    LocationInstruction.CheckLink _ -> null;
            case ParameterInstruction.QueryAttributes _ -> Answers.ATTRIBUTES;
            case ParameterInstruction.QueryParameters _ -> Answers.PARAMETERS;
            case ParameterInstruction.SetParameters _ -> null;
            case AreaInstruction.QueryAreas _ -> Answers.AREAS;
            case AreaInstruction.SetCircles _,
                    AreaInstruction.SetRectangles _,
                    AreaInstruction.SetPolygon _,
                    AreaInstruction.SetRoute _,
                    AreaInstruction.DeleteAreas _ -> null;
            case ControlInstruction.ControlVehicle _ -> Answers.CONTROL_ANSWER;
            case ControlInstruction.SendUpgrade _, ControlInstruction.UpgradeOverAir _ -> Answers.UPGRADE_RESULT;
            case ControlInstruction.ControlTerminal _,
                    ControlInstruction.ConnectServer _,
                    ControlInstruction.PassThrough _ -> null;
            case MediaInstruction.Shoot shoot ->
                switch (shoot.shooting()) {
                    case PHOTOS, VIDEO -> Answers.SHOOTING_ANSWER;
                    case STOP -> null;
                };
            case MediaInstruction.SearchMedia _ -> Answers.MEDIA_LIST;
            case MediaInstruction.RecordAudio _,
                    MediaInstruction.UploadMedia _,
                    MediaInstruction.UploadMediaItem _,
                    MediaInstruction.SendAttachments _ -> null;
        };
    }
}
