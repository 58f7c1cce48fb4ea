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
        return switch (header.messageId()) {
            case MessageId.GENERAL_RESPONSE -> generalResponse(body);
            case MessageId.HEARTBEAT -> new Uplink.Heartbeat(body.hex());
            case MessageId.LOGOUT -> new Uplink.Logout();
            case MessageId.REGISTER -> register(header, body);
            case MessageId.AUTHENTICATE -> authenticate(header, body);
            case MessageId.LOCATION_REPORT -> locationReport(body);
            case MessageId.LOCATION_ANSWER -> locationAnswer(body);
            case MessageId.LOCATION_BATCH -> locationBatch(body);
            default -> new Uplink.Unmodelled(header.messageId(), body.hex());
        };
    }

    private static Uplink generalResponse(Body body) {
        if (body.length() < 5) {
            return tooShort(MessageId.GENERAL_RESPONSE, 5, body);
        }
        return new Uplink.GeneralResponse(body.u16(0), body.u16(2), body.u8(4));
    }

    private static Uplink register(Header header, Body body) {
        RegisterLayout layout = RegisterLayout.of(header.version(), body.length());
        if (body.length() < layout.fixedBytes()) {
            return tooShort(MessageId.REGISTER, layout.fixedBytes(), body);
        }
        int model = 4 + layout.manufacturerBytes();
        int terminalId = model + layout.modelBytes();
        int colour = terminalId + layout.terminalIdBytes();
        return new Uplink.Register(
                body.u16(0),
                body.u16(2),
                body.text(4, model),
                body.text(model, terminalId),
                body.text(terminalId, colour),
                body.u8(colour),
                body.text(colour + 1, body.length()));
    }

    private static Uplink authenticate(Header header, Body body) {
        if (header.version() == ProtocolVersion.V2019 && body.length() > 0) {
            int code = 1 + body.u8(0);
            if (body.length() >= code + 35) {
                return new Uplink.Authenticate(
                        body.text(1, code), body.text(code, code + 15), body.text(code + 15, code + 35));
            }
        }
        return new Uplink.Authenticate(body.text(0, body.length()), "", "");
    }

    private static Uplink locationReport(Body body) {
        if (body.length() < LocationReader.BASIC_BYTES) {
            return tooShort(MessageId.LOCATION_REPORT, LocationReader.BASIC_BYTES, body);
        }
        return LocationReader.read(body, 0, body.length());
    }

    private static Uplink locationAnswer(Body body) {
        if (body.length() < 2 + LocationReader.BASIC_BYTES) {
            return tooShort(MessageId.LOCATION_ANSWER, 2 + LocationReader.BASIC_BYTES, body);
        }
        return new Uplink.LocationAnswer(body.u16(0), LocationReader.read(body, 2, body.length()));
    }

    private static Uplink locationBatch(Body body) {
        if (body.length() < 3) {
            return tooShort(MessageId.LOCATION_BATCH, 3, body);
        }
        List<Uplink.LocationReport> reports = new ArrayList<>();
        int at = 3;
        while (at + 2 + LocationReader.BASIC_BYTES <= body.length()) {
            int end = at + 2 + body.u16(at);
            if (end > body.length() || end - at - 2 < LocationReader.BASIC_BYTES) {
                break;
            }
            reports.add(LocationReader.read(body, at + 2, end));
            at = end;
        }
        return new Uplink.LocationBatch(body.u8(2), body.u16(0), reports, body.hex(at, body.length()));
    }

    private static Uplink tooShort(int messageId, int wanted, Body body) {
        String reason = String.format(
                Locale.ROOT, "body of 0x%04x has %d bytes, needs %d at least", messageId, body.length(), wanted);
        return new Uplink.Malformed(messageId, reason, body.hex());
    }
}
