package org.motorpool.telematics.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.VehicleUplink;
import org.motorpool.telematics.codec.VendorUplink;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.MediaPosition;
import org.motorpool.telematics.contract.ParameterRule;

/** Which messages of terminals say something to a command, and what. */
public final class Answers {

    static final int PARAMETERS = 0x0104;
    static final int ATTRIBUTES = 0x0107;
    static final int UPGRADE_RESULT = 0x0108;
    static final int LOCATION_ANSWER = 0x0201;
    static final int QUESTION_ANSWER = 0x0302;
    static final int CONTROL_ANSWER = 0x0500;
    static final int AREAS = 0x0608;
    static final int DRIVER_IDENTITY = 0x0702;
    static final int MEDIA_LIST = 0x0802;
    static final int SHOOTING_ANSWER = 0x0805;

    private static final int CHANNEL_UNSUPPORTED = 2;
    private static final long LOCATED = 2;

    private Answers() {}

    /** What the message says to a command; empty when it is no answer, or to nothing that can be asked. */
    public static Optional<Response> find(Uplink uplink) {
        return switch (uplink) {
            case Uplink.GeneralResponse(int serial, int _, int result) ->
                Optional.of(new Response.Taken(serial, result));
            case Uplink.Answer answer -> answer(answer);
            case TerminalUplink.UpgradeResult(int kind, int result) ->
                Optional.of(new Response.Answered(
                        UPGRADE_RESULT,
                        null,
                        result == Outcome.OK ? Outcome.OK : Outcome.FAILED,
                        new Answer.UpgradeEnded(kind, result)));
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

    private static Optional<Response> answer(Uplink.Answer answer) {
        return switch (answer) {
            case Uplink.LocationAnswer location -> answered(LOCATION_ANSWER, answer, position(location.report()));
            case VehicleUplink.ControlAnswer control -> answered(CONTROL_ANSWER, answer, position(control.report()));
            case SettingsUplink.ParametersAnswer parameters -> answered(PARAMETERS, answer, parameters(parameters));
            case SettingsUplink.AreasAnswer areas -> answered(AREAS, answer, AreaAnswers.of(areas));
            case TerminalUplink.TerminalAttributes attributes -> answered(ATTRIBUTES, answer, attributes(attributes));
            case DriverUplink.QuestionAnswer question ->
                answered(QUESTION_ANSWER, answer, new Answer.Choice(question.answerId()));
            case DriverUplink.DriverIdentity identity -> answered(DRIVER_IDENTITY, answer, driver(identity));
            case DriverUplink.DriverIdentityOf2011 identity ->
                answered(
                        DRIVER_IDENTITY,
                        answer,
                        new Answer.DriverIdentity(
                                0, null, null, identity.name(), identity.certificate(), identity.agency(), null));
            case MediaUplink.MediaList list -> answered(MEDIA_LIST, answer, found(list));
            case MediaUplink.ShootingAnswer shooting -> Optional.of(shooting(shooting));
            case VehicleUplink.RecorderData _,
                    VehicleUplink.RecorderDataOf2011 _,
                    MediaUplink.AudioVideoAttributes _,
                    MediaUplink.RecordingList _,
                    MediaUplink.RecordingUploaded _,
                    VendorUplink.TextAnswer _ -> Optional.empty();
        };
    }

    private static Optional<Response> answered(int messageId, Uplink.Answer from, Answer content) {
        return Optional.of(new Response.Answered(messageId, serial(from), from.result(), content));
    }

    private static @Nullable Integer serial(Uplink.Answer answer) {
        return answer.answeredSerial() == Uplink.NO_SERIAL ? null : answer.answeredSerial();
    }

    private static Answer.Position position(Uplink.LocationReport report) {
        return new Answer.Position(
                report.reportedAt(),
                report.latitude(),
                report.longitude(),
                report.speed_kmh(),
                report.heading_deg(),
                located(report));
    }

    private static boolean located(Uplink.LocationReport report) {
        return (report.statusBits() & LOCATED) != 0;
    }

    private static Answer parameters(SettingsUplink.ParametersAnswer answer) {
        return new Answer.Parameters(
                answer.parameters().stream().map(Answers::setting).toList());
    }

    private static Answer.Setting setting(Parameter parameter) {
        String hex = parameter.valueHex();
        String value =
                ParameterRule.find(parameter.id()).map(rule -> rule.decode(hex)).orElse(hex);
        return new Answer.Setting("0x%04X".formatted(parameter.id()), value);
    }

    private static Answer attributes(TerminalUplink.TerminalAttributes attributes) {
        return new Answer.Attributes(
                attributes.kindBits(),
                attributes.manufacturer(),
                attributes.model(),
                attributes.terminalId(),
                attributes.iccid(),
                attributes.hardwareVersion(),
                attributes.firmwareVersion(),
                attributes.gnssBits(),
                attributes.communicationBits());
    }

    /** The number of the driver's identity card is nobody's business here. */
    private static Answer driver(DriverUplink.DriverIdentity identity) {
        DriverUplink.DriverCard card = identity.card();
        DriverUplink.Driver driver = card == null ? null : card.driver();
        return new Answer.DriverIdentity(
                identity.status(),
                identity.changedAt(),
                card == null ? null : card.result(),
                driver == null ? null : driver.name(),
                driver == null ? null : driver.certificate(),
                driver == null ? null : driver.agency(),
                driver == null ? null : driver.expiry());
    }

    private static Answer found(MediaUplink.MediaList list) {
        List<Answer.StoredMedia> items = list.items().stream()
                .map(item -> new Answer.StoredMedia(
                        item.mediaId(), item.kind(), item.channel(), item.event(), taken(item.report())))
                .toList();
        return new Answer.MediaFound(list.total(), items);
    }

    private static @Nullable MediaPosition taken(Uplink.LocationReport report) {
        return report.reportedAt() == null
                ? null
                : new MediaPosition(report.reportedAt(), report.latitude(), report.longitude(), located(report));
    }

    /** 2 is a channel that is not there, where 0x0001 says 3. */
    private static Response shooting(MediaUplink.ShootingAnswer answer) {
        int result = answer.result() == CHANNEL_UNSUPPORTED ? Outcome.UNSUPPORTED : answer.result();
        return new Response.Answered(
                SHOOTING_ANSWER, answer.answeredSerial(), result, new Answer.MediaTaken(answer.mediaIds()));
    }
}
