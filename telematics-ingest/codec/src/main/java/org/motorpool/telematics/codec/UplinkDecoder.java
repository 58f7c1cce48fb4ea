package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads bodies of terminals. */
public final class UplinkDecoder {
    private static final Uplink HEARTBEAT = new Uplink.Heartbeat("");

    private UplinkDecoder() {}

    /** The message in {@code body}; never throws, whatever the bytes. */
    public static Uplink decode(Header header, Body body) {
        if (header.encryption() != 0) {
            return new Uplink.Unmodelled(header.messageId(), body.hex());
        }
        if (header.messageId() == MessageId.LOCATION_REPORT) {
            return locationReport(body); // nearly every message is one
        }
        if (header.messageId() == MessageId.HEARTBEAT && body.length() == 0) {
            return HEARTBEAT; // and most others are such
        }
        FieldReader in = new FieldReader(body);
        Uplink message = read(header, in);
        String problem = in.problem();
        return problem == null ? message : new Uplink.Malformed(header.messageId(), problem, body.hex());
    }

    /** The message in the bytes of {@code in}, good when nothing was missing. */
    static Uplink read(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.GENERAL_RESPONSE -> generalResponse(in);
            case MessageId.HEARTBEAT -> new Uplink.Heartbeat(in.hex("extra"));
            case MessageId.LOGOUT -> new Uplink.Logout();
            case MessageId.REGISTER -> register(header.version(), in);
            case MessageId.AUTHENTICATE -> authenticate(header.version(), in);
            case MessageId.LOCATION_REPORT -> in.location(in.left());
            case MessageId.LOCATION_ANSWER ->
                new Uplink.LocationAnswer(VehicleBodies.serialBeforeLocation(in), in.location(in.left()));
            case MessageId.LOCATION_BATCH -> locationBatch(in);
            default -> terminal(header, in);
        };
    }

    private static Uplink terminal(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.TIME_QUERY -> new TerminalUplink.TimeQuery();
            case MessageId.UPLINK_RESEND_REQUEST -> TerminalBodies.resendRequest(in);
            case MessageId.TERMINAL_ATTRIBUTES -> TerminalBodies.attributes(header.version(), in);
            case MessageId.UPGRADE_RESULT -> TerminalBodies.upgradeResult(in);
            case MessageId.UPGRADE_PROGRESS -> new TerminalUplink.UpgradeProgress(in.hex("progress"));
            case MessageId.PASSTHROUGH -> TerminalBodies.passthrough(in);
            case MessageId.COMPRESSED -> TerminalBodies.compressed(in);
            case MessageId.TERMINAL_PUBLIC_KEY -> TerminalBodies.publicKey(in);
            default -> driver(header, in);
        };
    }

    private static Uplink driver(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.EVENT_REPORT -> new DriverUplink.EventReport(in.u8("event"));
            case MessageId.QUESTION_ANSWER -> DriverBodies.questionAnswer(in);
            case MessageId.INFORMATION_ORDER -> DriverBodies.informationOrder(in);
            case MessageId.WAYBILL -> DriverBodies.waybill(in);
            case MessageId.DRIVER_IDENTITY -> DriverBodies.identity(header.version(), in);
            default -> vehicle(header, in);
        };
    }

    private static Uplink vehicle(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.PARAMETERS_ANSWER -> SettingsBodies.parameters(in);
            case MessageId.AREAS_ANSWER -> SettingsBodies.areas(header.version(), in);
            case MessageId.CONTROL_ANSWER -> VehicleBodies.controlAnswer(in);
            case MessageId.RECORDER_DATA -> VehicleBodies.recorderData(header.version(), in);
            case MessageId.CAN_DATA -> VehicleBodies.canData(in);
            case MessageId.PASSENGER_FLOW -> VehicleBodies.passengerFlow(in);
            default -> media(header, in);
        };
    }

    private static Uplink media(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.MEDIA_EVENT -> MediaBodies.event(in);
            case MessageId.MEDIA_DATA -> MediaBodies.data(in);
            case MessageId.MEDIA_LIST -> MediaBodies.list(in);
            case MessageId.SHOOTING_ANSWER -> MediaBodies.shootingAnswer(in);
            case MessageId.AUDIO_VIDEO_ATTRIBUTES -> MediaBodies.audioVideoAttributes(in);
            case MessageId.RECORDING_LIST -> MediaBodies.recordingList(in);
            case MessageId.RECORDING_UPLOADED -> MediaBodies.recordingUploaded(in);
            case MessageId.ATTACHMENT_LIST -> AttachmentBodies.list(header.version(), in);
            case MessageId.FILE_STARTED -> AttachmentBodies.started(in);
            case MessageId.FILE_COMPLETED -> AttachmentBodies.completed(in);
            default -> vendor(header, in);
        };
    }

    private static Uplink vendor(Header header, FieldReader in) {
        return switch (header.messageId()) {
            case MessageId.VENDOR_TIME_QUERY -> new VendorUplink.TimeQuery(in.hex("raw"));
            case MessageId.VENDOR_BATCH -> VendorBodies.batch(in);
            case MessageId.VENDOR_HEARTBEAT -> new VendorUplink.Heartbeat(in.hex("raw"));
            case MessageId.VENDOR_ZONE_QUERY -> new VendorUplink.ZoneQuery(in.hex("raw"));
            case MessageId.VENDOR_TEXT_ANSWER -> VendorBodies.textAnswer(in);
            case MessageId.VENDOR_ACCELERATION -> VendorBodies.accelerations(in);
            case MessageId.VENDOR_TEXT_REPORT -> VendorBodies.textReport(in);
            case MessageId.VENDOR_PHOTO -> new VendorUplink.Photo(in.bytes("photo"));
            default -> new Uplink.Unmodelled(header.messageId(), in.hex("raw"));
        };
    }

    private static Uplink locationReport(Body body) {
        if (body.length() < LocationReader.BASIC_BYTES) {
            String reason = String.format(
                    Locale.ROOT,
                    "body of 0x0200 has %d bytes, needs %d at least",
                    body.length(),
                    LocationReader.BASIC_BYTES);
            return new Uplink.Malformed(MessageId.LOCATION_REPORT, reason, body.hex());
        }
        return LocationReader.read(body, 0, body.length());
    }

    private static Uplink generalResponse(FieldReader in) {
        return new Uplink.GeneralResponse(
                in.u16("answered serial"), (int) in.bits(2, "answered message id"), in.u8("result"));
    }

    private static Uplink register(ProtocolVersion version, FieldReader in) {
        RegisterLayout layout = RegisterLayout.of(version, in.left());
        return new Uplink.Register(
                in.u16("province"),
                in.u16("city"),
                in.text(layout.manufacturerBytes(), "manufacturer"),
                in.text(layout.modelBytes(), "model"),
                in.text(layout.terminalIdBytes(), "terminal id"),
                in.u8("plate colour"),
                in.text("plate"));
    }

    /** Some devices of 2019 still send the code alone. */
    private static Uplink authenticate(ProtocolVersion version, FieldReader in) {
        int code = in.peek(0);
        if (version == ProtocolVersion.V2019 && code >= 0 && in.left() >= 1 + code + 35) {
            return new Uplink.Authenticate(
                    in.text(in.u8("code length"), "code"), in.text(15, "IMEI"), in.text(20, "software version"));
        }
        return new Uplink.Authenticate(in.text("code"), "", "");
    }

    /** What is whole is kept: neither the number of reports nor their lengths can be trusted. */
    private static Uplink locationBatch(FieldReader in) {
        int declared = in.u16("number of reports");
        int kind = in.u8("kind");
        List<Uplink.LocationReport> reports = new ArrayList<>();
        while (in.peek16(0) >= LocationReader.BASIC_BYTES && in.left() >= 2 + in.peek16(0)) {
            reports.add(in.location(in.u16("report length")));
        }
        return new Uplink.LocationBatch(kind, declared, reports, in.hex("trailing"));
    }
}
