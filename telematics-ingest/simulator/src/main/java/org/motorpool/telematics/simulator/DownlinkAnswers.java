package org.motorpool.telematics.simulator;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Area;
import org.motorpool.telematics.codec.AreaDownlink;
import org.motorpool.telematics.codec.AttachmentDownlink;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DriverDownlink;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.MediaDownlink;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.VehicleDownlink;
import org.motorpool.telematics.codec.VehicleUplink;
import org.motorpool.telematics.codec.VendorDownlink;
import org.motorpool.telematics.codec.VideoDownlink;

/** What a good terminal answers to the platform; it keeps the parameters and areas that it is given. Not thread-safe. */
public final class DownlinkAnswers {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int BAD_MESSAGE = 2;
    private static final int UNSUPPORTED = 3;
    private static final int LAST_COMMAND = 7;
    private static final int CHANNEL_UNSUPPORTED = 2;
    private static final int CARD_OUT = 2;
    private static final long DOORS_LOCKED = 1 << 12;

    private final TerminalIdentity identity;
    private final StoredParameters parameters = new StoredParameters();
    private final StoredAreas areas = new StoredAreas();

    public DownlinkAnswers(TerminalIdentity identity) {
        this.identity = identity;
    }

    /** The conversation that the platform's message belongs to. */
    public interface Conversation {
        /** Sends an answer. */
        void send(Uplink answer);

        /** The platform answered a registration. */
        void registered(Downlink.RegisterReply reply);

        /** The platform answered something else. */
        void replied(Downlink.GeneralReply reply);

        /** The platform misses parts of a message that was sent; false when they are no longer there. */
        boolean sendAgain(Downlink.ResendRequest request);

        /** A text for the driver. */
        void show(String text);

        /** The last position, null when there is none. */
        Uplink.@Nullable LocationReport latest();
    }

    /** Answers a message of the platform. */
    public void answer(Header header, Downlink message, Conversation with) {
        switch (message) {
            case Downlink.RegisterReply reply -> with.registered(reply);
            case Downlink.GeneralReply reply -> with.replied(reply);
            case Downlink.ShortReply _ -> {}
            case Downlink.ResendRequest request -> {
                if (!with.sendAgain(request)) {
                    with.send(response(header, FAILED));
                }
            }
            case Downlink.LocateNow() -> with.send(located(header, with.latest()));
            case Downlink.SetParameters set -> {
                parameters.set(set.parameters());
                with.send(response(header, OK));
            }
            case Downlink.SendText text -> {
                with.show(text.text());
                with.send(response(header, OK));
            }
            case TerminalDownlink terminal -> answer(header, terminal, with);
            case VehicleDownlink vehicle -> answer(header, vehicle, with);
            case DriverDownlink driver -> answer(header, driver, with);
            case AreaDownlink area -> answer(header, area, with);
            case MediaDownlink media -> answer(header, media, with);
            case AttachmentDownlink attachment -> answer(header, attachment, with);
            case VideoDownlink video -> answer(header, video, with);
            case VendorDownlink.TimeReply _ -> {}
            case Downlink.Unmodelled _ -> with.send(response(header, UNSUPPORTED));
            case Downlink.Malformed _ -> with.send(response(header, BAD_MESSAGE));
        }
    }

    private void answer(Header header, TerminalDownlink message, Conversation with) {
        switch (message) {
            case TerminalDownlink.ServerTime _ -> {}
            case TerminalDownlink.QueryAttributes() -> with.send(identity.attributes());
            case TerminalDownlink.ControlTerminal control -> {
                boolean known = control.command() >= 1 && control.command() <= LAST_COMMAND;
                with.send(response(header, known ? OK : UNSUPPORTED));
            }
            case TerminalDownlink.Upgrade upgrade -> {
                with.send(response(header, OK));
                with.send(new TerminalUplink.UpgradeResult(upgrade.kind(), 0));
            }
            case TerminalDownlink.CheckLink(), TerminalDownlink.SendPassthrough _ -> with.send(response(header, OK));
            case TerminalDownlink.QueryAllParameters() ->
                with.send(new SettingsUplink.ParametersAnswer(header.serial(), parameters.all()));
            case TerminalDownlink.QueryParameters(List<Long> ids) ->
                with.send(new SettingsUplink.ParametersAnswer(header.serial(), parameters.withIds(ids)));
            case TerminalDownlink.PlatformKey _ -> with.send(response(header, UNSUPPORTED));
        }
    }

    private static void answer(Header header, VehicleDownlink message, Conversation with) {
        switch (message) {
            case VehicleDownlink.Track _, VehicleDownlink.ConfirmAlarms _ -> with.send(response(header, OK));
            case VehicleDownlink.ControlVehicle control -> with.send(controlled(header, control, with.latest()));
            case VehicleDownlink.QueryRecorder _, VehicleDownlink.SetRecorder _ ->
                with.send(response(header, UNSUPPORTED));
        }
    }

    private static Uplink controlled(
            Header header, VehicleDownlink.ControlVehicle control, Uplink.@Nullable LocationReport latest) {
        if (latest == null) {
            return response(header, FAILED);
        }
        long status = latest.statusBits();
        for (VehicleDownlink.Control one : control.controls()) {
            if (one.equals(VehicleDownlink.Control.lockDoors())) {
                status |= DOORS_LOCKED;
            } else if (one.equals(VehicleDownlink.Control.unlockDoors())) {
                status &= ~DOORS_LOCKED;
            }
        }
        return new VehicleUplink.ControlAnswer(header.serial(), withStatus(latest, status));
    }

    private static Uplink.LocationReport withStatus(Uplink.LocationReport report, long statusBits) {
        return new Uplink.LocationReport(
                report.alarmBits(),
                statusBits,
                report.latitude(),
                report.longitude(),
                report.altitude_m(),
                report.speed_kmh(),
                report.heading_deg(),
                report.reportedAt(),
                report.items(),
                report.trailingHex());
    }

    private static void answer(Header header, DriverDownlink message, Conversation with) {
        switch (message) {
            case DriverDownlink.AskQuestion ask -> ask(header, ask, with);
            case DriverDownlink.SendInformation(int _, String text) -> {
                with.show(text);
                with.send(response(header, OK));
            }
            case DriverDownlink.QueryDriver() -> with.send(new DriverUplink.DriverIdentity(CARD_OUT, null, null));
            case DriverDownlink.SetEvents _,
                    DriverDownlink.SetMenu _,
                    DriverDownlink.CallBack _,
                    DriverDownlink.SetPhoneBook _ -> with.send(response(header, OK));
        }
    }

    /** The driver always chooses the first answer. */
    private static void ask(Header header, DriverDownlink.AskQuestion ask, Conversation with) {
        with.show(ask.question());
        with.send(response(header, OK));
        ask.choices().stream()
                .findFirst()
                .ifPresent(choice -> with.send(new DriverUplink.QuestionAnswer(header.serial(), choice.id())));
    }

    private void answer(Header header, AreaDownlink message, Conversation with) {
        switch (message) {
            case AreaDownlink.SetCircles circles -> areas.set(circles);
            case AreaDownlink.SetRectangles rectangles -> areas.set(rectangles);
            case AreaDownlink.SetPolygon(Area.Polygon polygon) -> areas.set(polygon);
            case AreaDownlink.SetRoute(Area.Route route) -> areas.set(route);
            case AreaDownlink.DeleteAreas delete -> areas.delete(delete);
            case AreaDownlink.QueryAreas query -> {
                with.send(areas.answer(query));
                return;
            }
        }
        with.send(response(header, OK));
    }

    /** This terminal has no camera. */
    private static void answer(Header header, MediaDownlink message, Conversation with) {
        switch (message) {
            case MediaDownlink.MediaReply _ -> {}
            case MediaDownlink.Shoot _ ->
                with.send(new MediaUplink.ShootingAnswer(header.serial(), CHANNEL_UNSUPPORTED, List.of()));
            case MediaDownlink.QueryMedia _ -> with.send(new MediaUplink.MediaList(header.serial(), 0, List.of(), ""));
            case MediaDownlink.UploadMedia _, MediaDownlink.RecordAudio _, MediaDownlink.UploadMediaItem _ ->
                with.send(response(header, UNSUPPORTED));
        }
    }

    private static void answer(Header header, AttachmentDownlink message, Conversation with) {
        switch (message) {
            case AttachmentDownlink.FileReply _ -> {}
            case AttachmentDownlink.RequestAttachments _ -> with.send(response(header, UNSUPPORTED));
        }
    }

    private static void answer(Header header, VideoDownlink message, Conversation with) {
        switch (message) {
            case VideoDownlink.QueryRecordings _ ->
                with.send(new MediaUplink.RecordingList(header.serial(), 0, List.of(), ""));
            case VideoDownlink.LiveLoss _ -> {}
            case VideoDownlink.QueryAudioVideoAttributes(),
                    VideoDownlink.StartLive _,
                    VideoDownlink.ControlLive _,
                    VideoDownlink.StartPlayback _,
                    VideoDownlink.ControlPlayback _,
                    VideoDownlink.UploadRecordings _,
                    VideoDownlink.ControlUpload _,
                    VideoDownlink.TurnCamera _,
                    VideoDownlink.AdjustCamera _ -> with.send(response(header, UNSUPPORTED));
        }
    }

    /** The reporting interval that the platform has set, in seconds. */
    public Optional<Integer> findInterval_s() {
        return parameters.findInterval_s();
    }

    private static Uplink located(Header header, Uplink.@Nullable LocationReport latest) {
        return latest == null ? response(header, FAILED) : new Uplink.LocationAnswer(header.serial(), latest);
    }

    private static Uplink response(Header header, int result) {
        return new Uplink.GeneralResponse(header.serial(), header.messageId(), result);
    }
}
