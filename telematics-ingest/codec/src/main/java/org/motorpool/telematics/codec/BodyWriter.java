package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;

/** Writes the body of any message. */
final class BodyWriter {
    private BodyWriter() {}

    /** Appends the body to {@code out} and answers the message id. */
    static int write(Message message, ProtocolVersion version, ByteBuf out) {
        return switch (message) {
            case Uplink.GeneralResponse(int serial, int id, int result) ->
                answer(MessageId.GENERAL_RESPONSE, serial, id, result, out);
            case Uplink.Heartbeat(String extraHex) -> raw(MessageId.HEARTBEAT, extraHex, out);
            case Uplink.Logout() -> MessageId.LOGOUT;
            case Uplink.Register register -> register(register, version, out);
            case Uplink.Authenticate authenticate -> authenticate(authenticate, version, out);
            case Uplink.LocationReport report -> locationReport(report, out);
            case Uplink.LocationAnswer(int serial, Uplink.LocationReport report) -> locationAnswer(serial, report, out);
            case Uplink.LocationBatch batch -> locationBatch(batch, out);
            case Uplink.Unmodelled(int id, String hex) -> raw(id, hex, out);
            case Uplink.Malformed(int id, String _, String hex) -> raw(id, hex, out);
            case Downlink.GeneralReply(int serial, int id, int result) ->
                answer(MessageId.GENERAL_REPLY, serial, id, result, out);
            case Downlink.ResendRequest request -> resendRequest(request, version, out);
            case Downlink.RegisterReply reply -> registerReply(reply, out);
            case Downlink.SetParameters set -> setParameters(set, out);
            case Downlink.LocateNow() -> MessageId.LOCATE_NOW;
            case Downlink.SendText text -> sendText(text, version, out);
            case Downlink.Unmodelled(int id, String hex) -> raw(id, hex, out);
            case Downlink.Malformed(int id, String _, String hex) -> raw(id, hex, out);
        };
    }

    private static int answer(int messageId, int serial, int id, int result, ByteBuf out) {
        out.writeShort(serial).writeShort(id).writeByte(result);
        return messageId;
    }

    private static int raw(int messageId, String hex, ByteBuf out) {
        out.writeBytes(HexFormat.of().parseHex(hex));
        return messageId;
    }

    private static int register(Uplink.Register register, ProtocolVersion version, ByteBuf out) {
        RegisterLayout layout = RegisterLayout.of(version);
        out.writeShort(register.province()).writeShort(register.city());
        fixed("manufacturer", register.manufacturer(), layout.manufacturerBytes(), out);
        fixed("model", register.model(), layout.modelBytes(), out);
        fixed("terminalId", register.terminalId(), layout.terminalIdBytes(), out);
        out.writeByte(register.plateColour());
        out.writeBytes(register.plate().getBytes(Body.GBK));
        return MessageId.REGISTER;
    }

    private static int authenticate(Uplink.Authenticate authenticate, ProtocolVersion version, ByteBuf out) {
        byte[] code = authenticate.code().getBytes(Body.GBK);
        switch (version) {
            case V2013 -> out.writeBytes(code);
            case V2019 -> {
                out.writeByte(checkLength("code", code.length, 255)).writeBytes(code);
                fixed("imei", authenticate.imei(), 15, out);
                fixed("softwareVersion", authenticate.softwareVersion(), 20, out);
            }
        }
        return MessageId.AUTHENTICATE;
    }

    private static int locationReport(Uplink.LocationReport report, ByteBuf out) {
        LocationWriter.write(report, out);
        return MessageId.LOCATION_REPORT;
    }

    private static int locationAnswer(int serial, Uplink.LocationReport report, ByteBuf out) {
        out.writeShort(serial);
        LocationWriter.write(report, out);
        return MessageId.LOCATION_ANSWER;
    }

    private static int locationBatch(Uplink.LocationBatch batch, ByteBuf out) {
        out.writeShort(batch.declared()).writeByte(batch.kind());
        for (Uplink.LocationReport report : batch.reports()) {
            int lengthAt = out.writerIndex();
            out.writeShort(0);
            LocationWriter.write(report, out);
            out.setShort(lengthAt, out.writerIndex() - lengthAt - 2);
        }
        return raw(MessageId.LOCATION_BATCH, batch.trailingHex(), out);
    }

    private static int resendRequest(Downlink.ResendRequest request, ProtocolVersion version, ByteBuf out) {
        out.writeShort(request.firstSerial());
        int count = request.indexes().size();
        switch (version) {
            case V2013 -> out.writeByte(checkLength("indexes", count, 255));
            case V2019 -> out.writeShort(checkLength("indexes", count, 65_535));
        }
        request.indexes().forEach(out::writeShort);
        return MessageId.RESEND_REQUEST;
    }

    private static int registerReply(Downlink.RegisterReply reply, ByteBuf out) {
        out.writeShort(reply.answeredSerial()).writeByte(reply.result());
        out.writeBytes(reply.code().getBytes(Body.GBK));
        return MessageId.REGISTER_REPLY;
    }

    private static int setParameters(Downlink.SetParameters set, ByteBuf out) {
        out.writeByte(checkLength("parameters", set.parameters().size(), 255));
        for (Downlink.Parameter parameter : set.parameters()) {
            byte[] value = HexFormat.of().parseHex(parameter.valueHex());
            out.writeInt(parameter.id())
                    .writeByte(checkLength("valueHex", value.length, 255))
                    .writeBytes(value);
        }
        return MessageId.SET_PARAMETERS;
    }

    private static int sendText(Downlink.SendText text, ProtocolVersion version, ByteBuf out) {
        out.writeByte(text.flags());
        switch (version) {
            case V2013 -> {}
            case V2019 -> out.writeByte(text.kind());
        }
        byte[] bytes = text.text().getBytes(Body.GBK);
        checkLength("text", bytes.length, 1024);
        out.writeBytes(bytes);
        return MessageId.SEND_TEXT;
    }

    /** A string of fixed width, filled up with zeros on the right. */
    private static void fixed(String field, String value, int width, ByteBuf out) {
        byte[] bytes = value.getBytes(Body.GBK);
        checkLength(field, bytes.length, width);
        out.writeBytes(bytes).writeZero(width - bytes.length);
    }

    private static int checkLength(String field, int length, int limit) {
        if (length > limit) {
            throw new IllegalArgumentException("%s has length %d, may have %d at most".formatted(field, length, limit));
        }
        return length;
    }
}
