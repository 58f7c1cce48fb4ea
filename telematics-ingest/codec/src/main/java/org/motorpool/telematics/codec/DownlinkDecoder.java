package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads bodies of platforms, for terminals. */
public final class DownlinkDecoder {
    private DownlinkDecoder() {}

    /** The message in {@code body}; never throws, whatever the bytes. */
    public static Downlink decode(Header header, Body body) {
        if (header.encryption() != 0) {
            return new Downlink.Unmodelled(header.messageId(), body.hex());
        }
        return switch (header.messageId()) {
            case MessageId.GENERAL_REPLY -> generalReply(body);
            case MessageId.SHORT_REPLY -> shortReply(body);
            case MessageId.RESEND_REQUEST -> resendRequest(header.version(), body);
            case MessageId.REGISTER_REPLY -> registerReply(body);
            case MessageId.SET_PARAMETERS -> setParameters(body);
            case MessageId.LOCATE_NOW -> new Downlink.LocateNow();
            case MessageId.SEND_TEXT -> sendText(header.version(), body);
            default -> new Downlink.Unmodelled(header.messageId(), body.hex());
        };
    }

    private static Downlink generalReply(Body body) {
        if (body.length() < 5) {
            return tooShort(MessageId.GENERAL_REPLY, 5, body);
        }
        return new Downlink.GeneralReply(body.u16(0), body.u16(2), body.u8(4));
    }

    private static Downlink shortReply(Body body) {
        if (body.length() < 3) {
            return tooShort(MessageId.SHORT_REPLY, 3, body);
        }
        return new Downlink.ShortReply(body.u16(0), body.u8(2));
    }

    private static Downlink resendRequest(ProtocolVersion version, Body body) {
        int listAt = version == ProtocolVersion.V2013 ? 3 : 4;
        if (body.length() < listAt) {
            return tooShort(MessageId.RESEND_REQUEST, listAt, body);
        }
        int count = version == ProtocolVersion.V2013 ? body.u8(2) : body.u16(2);
        if (body.length() < listAt + 2 * count) {
            return tooShort(MessageId.RESEND_REQUEST, listAt + 2 * count, body);
        }
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(body.u16(listAt + 2 * i));
        }
        return new Downlink.ResendRequest(body.u16(0), indexes);
    }

    private static Downlink registerReply(Body body) {
        if (body.length() < 3) {
            return tooShort(MessageId.REGISTER_REPLY, 3, body);
        }
        return new Downlink.RegisterReply(body.u16(0), body.u8(2), body.text(3, body.length()));
    }

    private static Downlink setParameters(Body body) {
        if (body.length() < 1) {
            return tooShort(MessageId.SET_PARAMETERS, 1, body);
        }
        List<Downlink.Parameter> parameters = new ArrayList<>();
        int at = 1;
        for (int i = 0; i < body.u8(0); i++) {
            int end = at + 5 <= body.length() ? at + 5 + body.u8(at + 4) : at + 5;
            if (end > body.length()) {
                return tooShort(MessageId.SET_PARAMETERS, end, body);
            }
            parameters.add(new Downlink.Parameter((int) body.u32(at), body.hex(at + 5, end)));
            at = end;
        }
        return new Downlink.SetParameters(parameters);
    }

    private static Downlink sendText(ProtocolVersion version, Body body) {
        int textAt = version == ProtocolVersion.V2013 ? 1 : 2;
        if (body.length() < textAt) {
            return tooShort(MessageId.SEND_TEXT, textAt, body);
        }
        int kind = version == ProtocolVersion.V2013 ? 0 : body.u8(1);
        return new Downlink.SendText(body.u8(0), kind, body.text(textAt, body.length()));
    }

    private static Downlink tooShort(int messageId, int wanted, Body body) {
        String reason = String.format(
                Locale.ROOT, "body of 0x%04x has %d bytes, needs %d at least", messageId, body.length(), wanted);
        return new Downlink.Malformed(messageId, reason, body.hex());
    }
}
