package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads bodies of terminals. */
public final class UplinkDecoder {
    private UplinkDecoder() {}

    /** The message in {@code body}; never throws, whatever the bytes. */
    public static Uplink decode(Header header, Body body) {
        if (header.encryption() != 0) {
            return new Uplink.Unmodelled(header.messageId(), body.hex());
        }
        if (header.messageId() == MessageId.LOCATION_REPORT) {
            return locationReport(body); // nearly every message is one
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
                new Uplink.LocationAnswer(in.u16("answered serial"), in.location(in.left()));
            case MessageId.LOCATION_BATCH -> locationBatch(in);
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
