package org.motorpool.telematics.contract;

import java.util.Map;

/**
 * What a terminal is told to do (指令); {@link TelematicsCommand.InstructTerminal} carries it. Every record checks its
 * fields and throws {@link InvalidInstruction} for the first that breaks a rule.
 */
public sealed interface Instruction
        permits TextInstruction,
                LocationInstruction,
                ParameterInstruction,
                AreaInstruction,
                ControlInstruction,
                MediaInstruction {

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends Instruction>> WIRE_TYPES = Map.ofEntries(
            Map.entry("send-text", TextInstruction.SendText.class),
            Map.entry("ask-question", TextInstruction.AskQuestion.class),
            Map.entry("call-back", TextInstruction.CallBack.class),
            Map.entry("query-driver", TextInstruction.QueryDriver.class),
            Map.entry("locate-now", LocationInstruction.LocateNow.class),
            Map.entry("track", LocationInstruction.TrackVehicle.class),
            Map.entry("set-report-interval", LocationInstruction.SetReportInterval.class),
            Map.entry("confirm-alarms", LocationInstruction.ConfirmAlarms.class),
            Map.entry("check-link", LocationInstruction.CheckLink.class),
            Map.entry("query-attributes", ParameterInstruction.QueryAttributes.class),
            Map.entry("query-parameters", ParameterInstruction.QueryParameters.class),
            Map.entry("set-parameters", ParameterInstruction.SetParameters.class),
            Map.entry("set-circles", AreaInstruction.SetCircles.class),
            Map.entry("set-rectangles", AreaInstruction.SetRectangles.class),
            Map.entry("set-polygon", AreaInstruction.SetPolygon.class),
            Map.entry("set-route", AreaInstruction.SetRoute.class),
            Map.entry("delete-areas", AreaInstruction.DeleteAreas.class),
            Map.entry("query-areas", AreaInstruction.QueryAreas.class),
            Map.entry("control-terminal", ControlInstruction.ControlTerminal.class),
            Map.entry("upgrade-over-air", ControlInstruction.UpgradeOverAir.class),
            Map.entry("connect-server", ControlInstruction.ConnectServer.class),
            Map.entry("control-vehicle", ControlInstruction.ControlVehicle.class),
            Map.entry("send-upgrade", ControlInstruction.SendUpgrade.class),
            Map.entry("pass-through", ControlInstruction.PassThrough.class),
            Map.entry("shoot", MediaInstruction.Shoot.class),
            Map.entry("record-audio", MediaInstruction.RecordAudio.class),
            Map.entry("search-media", MediaInstruction.SearchMedia.class),
            Map.entry("upload-media", MediaInstruction.UploadMedia.class),
            Map.entry("upload-media-item", MediaInstruction.UploadMediaItem.class),
            Map.entry("send-attachments", MediaInstruction.SendAttachments.class));
}
