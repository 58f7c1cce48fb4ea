package org.motorpool.telematics.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.VehicleUplink;
import org.motorpool.telematics.codec.VendorUplink;
import org.motorpool.telematics.contract.Answer;

/** Which messages of terminals say something to a command, and what. */
public final class Answers {

    private static final long LOCATED = 2;

    private Answers() {}

    /** What the message says to a command; empty when it is no answer. */
    public static Optional<Response> find(Uplink uplink) {
        return switch (uplink) {
            case Uplink.GeneralResponse(int serial, int _, int result) ->
                Optional.of(new Response.Taken(serial, result));
            case Uplink.LocationAnswer answer ->
                Optional.of(new Response.Answered(
                        messageId(answer), serial(answer), Outcome.OK, position(answer.report())));
            case Uplink.Answer answer ->
                Optional.of(new Response.Answered(messageId(answer), serial(answer), answer.result(), null));
            case Uplink.Heartbeat _,
                    Uplink.Logout _,
                    Uplink.Register _,
                    Uplink.Authenticate _,
                    Uplink.LocationReport _,
                    Uplink.LocationBatch _,
                    TerminalUplink _,
                    DriverUplink _,
                    VehicleUplink _,
                    SettingsUplink _,
                    MediaUplink _,
                    AttachmentUplink _,
                    VendorUplink _,
                    Uplink.Unmodelled _,
                    Uplink.Malformed _ -> Optional.empty();
        };
    }

    private static @Nullable Integer serial(Uplink.Answer answer) {
        return answer.answeredSerial() == Uplink.NO_SERIAL ? null : answer.answeredSerial();
    }

    private static int messageId(Uplink.Answer answer) {
        return switch (answer) {
            case Uplink.LocationAnswer _ -> 0x0201;
            case TerminalUplink.TerminalAttributes _ -> 0x0107;
            case DriverUplink.QuestionAnswer _ -> 0x0302;
            case DriverUplink.DriverIdentity _, DriverUplink.DriverIdentityOf2011 _ -> 0x0702;
            case SettingsUplink.ParametersAnswer _ -> 0x0104;
            case SettingsUplink.AreasAnswer _ -> 0x0608;
            case VehicleUplink.ControlAnswer _ -> 0x0500;
            case VehicleUplink.RecorderData _, VehicleUplink.RecorderDataOf2011 _ -> 0x0700;
            case MediaUplink.MediaList _ -> 0x0802;
            case MediaUplink.ShootingAnswer _ -> 0x0805;
            case MediaUplink.AudioVideoAttributes _ -> 0x1003;
            case MediaUplink.RecordingList _ -> 0x1205;
            case MediaUplink.RecordingUploaded _ -> 0x1206;
            case VendorUplink.TextAnswer _ -> 0x1300;
        };
    }

    private static Answer position(Uplink.LocationReport report) {
        return new Answer.Position(
                report.reportedAt(),
                report.latitude(),
                report.longitude(),
                report.speed_kmh(),
                report.heading_deg(),
                (report.statusBits() & LOCATED) != 0);
    }
}
