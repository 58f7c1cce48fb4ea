package org.motorpool.telematics.codec;

import org.motorpool.telematics.codec.VideoDownlink.CameraFunction;

/** Reads bodies of platforms, for terminals. */
public final class DownlinkDecoder {
    private DownlinkDecoder() {}

    /** The message in {@code body}; never throws, whatever the bytes. */
    public static Downlink decode(Header header, Body body) {
        if (header.encryption() != 0) {
            return new Downlink.Unmodelled(header.messageId(), body.hex());
        }
        FieldReader in = new FieldReader(body);
        Downlink message = read(header, in);
        String problem = in.problem();
        return problem == null ? message : new Downlink.Malformed(header.messageId(), problem, body.hex());
    }

    /** The message in the bytes of {@code in}, good when nothing was missing. */
    static Downlink read(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.GENERAL_REPLY -> generalReply(in);
            case MessageId.SHORT_REPLY -> shortReply(in);
            case MessageId.RESEND_REQUEST -> resendRequest(header.version(), in);
            case MessageId.REGISTER_REPLY -> registerReply(in);
            case MessageId.SET_PARAMETERS -> new Downlink.SetParameters(CountedItems.read(in, Parameter::read));
            case MessageId.LOCATE_NOW -> new Downlink.LocateNow();
            case MessageId.SEND_TEXT -> sendText(header.version(), in);
            default -> terminal(header, in);
        };
    }

    private static Downlink terminal(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.SERVER_TIME -> new TerminalDownlink.ServerTime(in.utc("time"));
            case MessageId.QUERY_ALL_PARAMETERS -> new TerminalDownlink.QueryAllParameters();
            case MessageId.QUERY_PARAMETERS -> TerminalDownlinkBodies.queryParameters(in);
            case MessageId.QUERY_ATTRIBUTES -> new TerminalDownlink.QueryAttributes();
            case MessageId.CONTROL_TERMINAL -> TerminalDownlinkBodies.control(in);
            case MessageId.UPGRADE -> TerminalDownlinkBodies.upgrade(in);
            case MessageId.CHECK_LINK -> new TerminalDownlink.CheckLink();
            case MessageId.SEND_PASSTHROUGH -> TerminalDownlinkBodies.passthrough(in);
            case MessageId.PLATFORM_KEY -> TerminalDownlinkBodies.publicKey(in);
            case MessageId.VENDOR_TIME_REPLY -> VendorDownlinkBodies.timeReply(in);
            default -> vehicle(header, in);
        };
    }

    private static Downlink vehicle(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.TRACK -> VehicleDownlinkBodies.track(in);
            case MessageId.CONFIRM_ALARMS -> VehicleDownlinkBodies.confirmAlarms(in);
            case MessageId.CONTROL_VEHICLE -> VehicleDownlinkBodies.control(header.version(), in);
            case MessageId.QUERY_RECORDER -> VehicleDownlinkBodies.queryRecorder(in);
            case MessageId.SET_RECORDER -> VehicleDownlinkBodies.setRecorder(in);
            default -> driver(header, in);
        };
    }

    private static Downlink driver(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.SET_EVENTS -> DriverDownlinkBodies.setEvents(in);
            case MessageId.ASK_QUESTION -> DriverDownlinkBodies.askQuestion(in);
            case MessageId.SET_MENU -> DriverDownlinkBodies.setMenu(in);
            case MessageId.SEND_INFORMATION -> DriverDownlinkBodies.sendInformation(in);
            case MessageId.CALL_BACK -> DriverDownlinkBodies.callBack(in);
            case MessageId.SET_PHONE_BOOK -> DriverDownlinkBodies.setPhoneBook(in);
            case MessageId.QUERY_DRIVER -> new DriverDownlink.QueryDriver();
            default -> area(header, in);
        };
    }

    private static Downlink area(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.SET_CIRCLES -> AreaDownlinkBodies.setCircles(header.version(), in);
            case MessageId.DELETE_CIRCLES -> AreaDownlinkBodies.delete(AreaKind.CIRCLE, in);
            case MessageId.SET_RECTANGLES -> AreaDownlinkBodies.setRectangles(header.version(), in);
            case MessageId.DELETE_RECTANGLES -> AreaDownlinkBodies.delete(AreaKind.RECTANGLE, in);
            case MessageId.SET_POLYGON -> AreaDownlinkBodies.setPolygon(header.version(), in);
            case MessageId.DELETE_POLYGONS -> AreaDownlinkBodies.delete(AreaKind.POLYGON, in);
            case MessageId.SET_ROUTE -> AreaDownlinkBodies.setRoute(header.version(), in);
            case MessageId.DELETE_ROUTES -> AreaDownlinkBodies.delete(AreaKind.ROUTE, in);
            case MessageId.QUERY_AREAS -> AreaDownlinkBodies.query(in);
            default -> media(header, in);
        };
    }

    private static Downlink media(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.MEDIA_REPLY -> MediaDownlinkBodies.reply(in);
            case MessageId.SHOOT -> MediaDownlinkBodies.shoot(in);
            case MessageId.QUERY_MEDIA -> new MediaDownlink.QueryMedia(MediaDownlinkBodies.filter(in));
            case MessageId.UPLOAD_MEDIA -> MediaDownlinkBodies.upload(in);
            case MessageId.RECORD_AUDIO -> MediaDownlinkBodies.recordAudio(in);
            case MessageId.UPLOAD_MEDIA_ITEM -> MediaDownlinkBodies.uploadItem(in);
            case MessageId.REQUEST_ATTACHMENTS -> AttachmentDownlinkBodies.request(header.version(), in);
            case MessageId.FILE_REPLY -> AttachmentDownlinkBodies.fileReply(in);
            default -> video(header, in);
        };
    }

    private static Downlink video(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.QUERY_AUDIO_VIDEO_ATTRIBUTES -> new VideoDownlink.QueryAudioVideoAttributes();
            case MessageId.START_LIVE -> VideoDownlinkBodies.startLive(in);
            case MessageId.CONTROL_LIVE -> VideoDownlinkBodies.controlLive(in);
            case MessageId.LIVE_LOSS -> VideoDownlinkBodies.liveLoss(in);
            case MessageId.START_PLAYBACK -> VideoDownlinkBodies.startPlayback(in);
            case MessageId.CONTROL_PLAYBACK -> VideoDownlinkBodies.controlPlayback(in);
            case MessageId.QUERY_RECORDINGS -> VideoDownlinkBodies.queryRecordings(in);
            case MessageId.UPLOAD_RECORDINGS -> VideoDownlinkBodies.uploadRecordings(in);
            case MessageId.CONTROL_UPLOAD -> VideoDownlinkBodies.controlUpload(in);
            case MessageId.TURN_CAMERA -> VideoDownlinkBodies.turnCamera(in);
            case MessageId.ADJUST_FOCUS -> VideoDownlinkBodies.adjustCamera(CameraFunction.FOCUS, in);
            case MessageId.ADJUST_APERTURE -> VideoDownlinkBodies.adjustCamera(CameraFunction.APERTURE, in);
            case MessageId.ADJUST_WIPER -> VideoDownlinkBodies.adjustCamera(CameraFunction.WIPER, in);
            case MessageId.ADJUST_INFRARED -> VideoDownlinkBodies.adjustCamera(CameraFunction.INFRARED, in);
            case MessageId.ADJUST_ZOOM -> VideoDownlinkBodies.adjustCamera(CameraFunction.ZOOM, in);
            default -> new Downlink.Unmodelled(header.messageId(), in.hex("raw"));
        };
    }

    private static Downlink generalReply(FieldReader in) {
        return new Downlink.GeneralReply(
                in.u16("answered serial"), (int) in.bits(2, "answered message id"), in.u8("result"));
    }

    private static Downlink shortReply(FieldReader in) {
        return new Downlink.ShortReply((int) in.bits(2, "answered message id"), in.u8("result"));
    }

    /** Some count as in 2013 under the header of 2019. */
    private static Downlink resendRequest(ProtocolVersion version, FieldReader in) {
        int firstSerial = in.u16("first serial");
        boolean of2013 = version == ProtocolVersion.V2013
                || in.peek16(0) * 2 != in.left() - 2 && in.peek(0) * 2 == in.left() - 1;
        int count = of2013 ? in.u8("number of parts") : in.u16("number of parts");
        return new Downlink.ResendRequest(firstSerial, in.all(count, () -> in.u16("part")));
    }

    private static Downlink registerReply(FieldReader in) {
        return new Downlink.RegisterReply(in.u16("answered serial"), in.u8("result"), in.text("code"));
    }

    private static Downlink sendText(ProtocolVersion version, FieldReader in) {
        int flags = (int) in.bits(1, "text flags");
        int kind = version == ProtocolVersion.V2013 ? 0 : in.u8("text kind");
        return new Downlink.SendText(
                flags,
                kind,
                in.atMost("text", Downlink.SendText.MAX_BYTES, in.left()).text("text"));
    }
}
