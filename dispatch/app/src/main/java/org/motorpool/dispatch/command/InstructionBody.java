package org.motorpool.dispatch.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.ControlInstruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.ParameterInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** Body of {@code POST vehicles/{id}/commands} as it came: the fields of an instruction, its type, and when it expires. */
@Schema(
        name = "Instruction",
        description =
                "What the terminal is told, by its type. When a command is given, expiresAt says until when it may"
                        + " wait for the terminal; by default a day.",
        properties = {
            @SchemaProperty(name = "type", type = SchemaType.STRING),
            @SchemaProperty(name = "expiresAt", type = SchemaType.STRING, format = "date-time")
        },
        discriminatorProperty = "type",
        oneOf = {
            TextInstruction.SendText.class,
            TextInstruction.AskQuestion.class,
            TextInstruction.CallBack.class,
            TextInstruction.QueryDriver.class,
            LocationInstruction.LocateNow.class,
            LocationInstruction.TrackVehicle.class,
            LocationInstruction.SetReportInterval.class,
            LocationInstruction.ConfirmAlarms.class,
            LocationInstruction.CheckLink.class,
            ParameterInstruction.QueryAttributes.class,
            ParameterInstruction.QueryParameters.class,
            ParameterInstruction.SetParameters.class,
            AreaInstruction.SetCircles.class,
            AreaInstruction.SetRectangles.class,
            AreaInstruction.SetPolygon.class,
            AreaInstruction.SetRoute.class,
            AreaInstruction.DeleteAreas.class,
            AreaInstruction.QueryAreas.class,
            ControlInstruction.ControlTerminal.class,
            ControlInstruction.UpgradeOverAir.class,
            ControlInstruction.ConnectServer.class,
            ControlInstruction.ControlVehicle.class,
            ControlInstruction.SendUpgrade.class,
            ControlInstruction.PassThrough.class,
            MediaInstruction.Shoot.class,
            MediaInstruction.RecordAudio.class,
            MediaInstruction.SearchMedia.class,
            MediaInstruction.UploadMedia.class,
            MediaInstruction.UploadMediaItem.class,
            MediaInstruction.SendAttachments.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "send-text", schema = TextInstruction.SendText.class),
            @DiscriminatorMapping(value = "ask-question", schema = TextInstruction.AskQuestion.class),
            @DiscriminatorMapping(value = "call-back", schema = TextInstruction.CallBack.class),
            @DiscriminatorMapping(value = "query-driver", schema = TextInstruction.QueryDriver.class),
            @DiscriminatorMapping(value = "locate-now", schema = LocationInstruction.LocateNow.class),
            @DiscriminatorMapping(value = "track", schema = LocationInstruction.TrackVehicle.class),
            @DiscriminatorMapping(value = "set-report-interval", schema = LocationInstruction.SetReportInterval.class),
            @DiscriminatorMapping(value = "confirm-alarms", schema = LocationInstruction.ConfirmAlarms.class),
            @DiscriminatorMapping(value = "check-link", schema = LocationInstruction.CheckLink.class),
            @DiscriminatorMapping(value = "query-attributes", schema = ParameterInstruction.QueryAttributes.class),
            @DiscriminatorMapping(value = "query-parameters", schema = ParameterInstruction.QueryParameters.class),
            @DiscriminatorMapping(value = "set-parameters", schema = ParameterInstruction.SetParameters.class),
            @DiscriminatorMapping(value = "set-circles", schema = AreaInstruction.SetCircles.class),
            @DiscriminatorMapping(value = "set-rectangles", schema = AreaInstruction.SetRectangles.class),
            @DiscriminatorMapping(value = "set-polygon", schema = AreaInstruction.SetPolygon.class),
            @DiscriminatorMapping(value = "set-route", schema = AreaInstruction.SetRoute.class),
            @DiscriminatorMapping(value = "delete-areas", schema = AreaInstruction.DeleteAreas.class),
            @DiscriminatorMapping(value = "query-areas", schema = AreaInstruction.QueryAreas.class),
            @DiscriminatorMapping(value = "control-terminal", schema = ControlInstruction.ControlTerminal.class),
            @DiscriminatorMapping(value = "upgrade-over-air", schema = ControlInstruction.UpgradeOverAir.class),
            @DiscriminatorMapping(value = "connect-server", schema = ControlInstruction.ConnectServer.class),
            @DiscriminatorMapping(value = "control-vehicle", schema = ControlInstruction.ControlVehicle.class),
            @DiscriminatorMapping(value = "send-upgrade", schema = ControlInstruction.SendUpgrade.class),
            @DiscriminatorMapping(value = "pass-through", schema = ControlInstruction.PassThrough.class),
            @DiscriminatorMapping(value = "shoot", schema = MediaInstruction.Shoot.class),
            @DiscriminatorMapping(value = "record-audio", schema = MediaInstruction.RecordAudio.class),
            @DiscriminatorMapping(value = "search-media", schema = MediaInstruction.SearchMedia.class),
            @DiscriminatorMapping(value = "upload-media", schema = MediaInstruction.UploadMedia.class),
            @DiscriminatorMapping(value = "upload-media-item", schema = MediaInstruction.UploadMediaItem.class),
            @DiscriminatorMapping(value = "send-attachments", schema = MediaInstruction.SendAttachments.class)
        })
public final class InstructionBody {

    @Schema(hidden = true)
    private final ObjectNode json;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    InstructionBody(ObjectNode json) {
        this.json = json;
    }

    @JsonValue
    ObjectNode json() {
        return json;
    }
}
