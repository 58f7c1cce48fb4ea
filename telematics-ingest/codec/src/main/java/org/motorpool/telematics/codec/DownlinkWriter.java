package org.motorpool.telematics.codec;

/** Writes the bodies of platforms. */
final class DownlinkWriter {
    private DownlinkWriter() {}

    /** Appends the body to {@code out} and answers the message id. */
    static int write(Downlink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case Downlink.GeneralReply(int serial, int id, int result) -> {
                out.u16("answeredSerial", serial).u16("answeredId", id).u8("result", result);
                yield MessageId.GENERAL_REPLY;
            }
            case Downlink.ShortReply(int id, int result) -> {
                out.u16("answeredId", id).u8("result", result);
                yield MessageId.SHORT_REPLY;
            }
            case Downlink.ResendRequest request -> resendRequest(request, version, out);
            case Downlink.RegisterReply(int serial, int result, String code) -> {
                out.u16("answeredSerial", serial).u8("result", result).text(code);
                yield MessageId.REGISTER_REPLY;
            }
            case Downlink.SetParameters set -> setParameters(set, out);
            case Downlink.LocateNow() -> MessageId.LOCATE_NOW;
            case Downlink.SendText text -> sendText(text, version, out);
            case TerminalDownlink terminal -> TerminalDownlinkBodies.write(terminal, out);
            case VehicleDownlink vehicle -> VehicleDownlinkBodies.write(vehicle, version, out);
            case DriverDownlink driver -> DriverDownlinkBodies.write(driver, out);
            case AreaDownlink area -> AreaDownlinkBodies.write(area, version, out);
            case MediaDownlink media -> MediaDownlinkBodies.write(media, out);
            case AttachmentDownlink attachment -> AttachmentDownlinkBodies.write(attachment, out);
            case VideoDownlink video -> VideoDownlinkBodies.write(video, out);
            case VendorDownlink vendor -> VendorDownlinkBodies.write(vendor, out);
            case Downlink.Unmodelled(int id, String hex) -> raw(id, hex, out);
            case Downlink.Malformed(int id, String _, String hex) -> raw(id, hex, out);
        };
    }

    private static int raw(int messageId, String hex, FieldWriter out) {
        out.hex(hex);
        return messageId;
    }

    private static int resendRequest(Downlink.ResendRequest request, ProtocolVersion version, FieldWriter out) {
        int countBytes =
                switch (version) {
                    case V2013 -> 1;
                    case V2019 -> 2;
                };
        out.u16("firstSerial", request.firstSerial())
                .count("indexes", countBytes, request.indexes().size())
                .each(request.indexes(), index -> out.u16("indexes", index));
        return MessageId.RESEND_REQUEST;
    }

    private static int setParameters(Downlink.SetParameters set, FieldWriter out) {
        out.count("parameters", 1, set.parameters().size()).each(set.parameters(), parameter -> parameter.write(out));
        return MessageId.SET_PARAMETERS;
    }

    private static int sendText(Downlink.SendText text, ProtocolVersion version, FieldWriter out) {
        out.u8("flags", text.flags());
        switch (version) {
            case V2013 -> {}
            case V2019 -> out.u8("kind", text.kind());
        }
        out.limited("text", Downlink.SendText.MAX_BYTES, text.text());
        return MessageId.SEND_TEXT;
    }
}
