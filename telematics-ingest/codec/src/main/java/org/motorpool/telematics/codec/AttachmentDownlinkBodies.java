package org.motorpool.telematics.codec;

import java.util.List;
import org.motorpool.telematics.codec.AttachmentDownlink.Gap;

/** Reads and writes the bodies of {@link AttachmentDownlink}. */
final class AttachmentDownlinkBodies {
    private static final int ALARM_NUMBER_BYTES = 32;
    private static final int RESERVED_BYTES = 16;

    private AttachmentDownlinkBodies() {}

    static AttachmentDownlink request(ProtocolVersion version, FieldReader in) {
        String host = in.counted(1, "host");
        int tcpPort = in.u16("TCP port");
        int udpPort = in.u16("UDP port");
        AlarmId alarmId = AlarmId.read(form(version, in.left()), in);
        String alarmNumber = in.text(ALARM_NUMBER_BYTES, "alarm number");
        if (in.has(RESERVED_BYTES)) {
            in.hex(RESERVED_BYTES, "reserved");
        }
        return new AttachmentDownlink.RequestAttachments(host, tcpPort, udpPort, alarmId, alarmNumber);
    }

    /** The form that the bytes are just enough for; else that which is usual with the version. */
    private static AlarmForm form(ProtocolVersion version, int left) {
        for (AlarmForm form : AlarmForm.values()) {
            int bytes = form.bytes() + ALARM_NUMBER_BYTES;
            if (left == bytes || left == bytes + RESERVED_BYTES) {
                return form;
            }
        }
        return switch (version) {
            case V2013 -> AlarmForm.JIANGSU;
            case V2019 -> AlarmForm.GUANGDONG;
        };
    }

    static AttachmentDownlink fileReply(FieldReader in) {
        return new AttachmentDownlink.FileReply(
                in.counted(1, "file name"),
                in.u8("file kind"),
                in.u8("result"),
                in.all(in.u8("number of gaps"), () -> new Gap(in.u32("offset"), in.u32("length"))));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(AttachmentDownlink message, FieldWriter out) {
        return switch (message) {
            case AttachmentDownlink.RequestAttachments(
                    String host,
                    int tcpPort,
                    int udpPort,
                    AlarmId alarmId,
                    String alarmNumber) -> {
                out.counted("host", 1, host).u16("tcpPort", tcpPort).u16("udpPort", udpPort);
                alarmId.write(out);
                out.text("alarmNumber", ALARM_NUMBER_BYTES, alarmNumber).zeros(RESERVED_BYTES);
                yield MessageId.REQUEST_ATTACHMENTS;
            }
            case AttachmentDownlink.FileReply(String name, int kind, int result, List<Gap> missing) -> {
                out.counted("name", 1, name)
                        .u8("kind", kind)
                        .u8("result", result)
                        .count("missing", 1, missing.size())
                        .each(missing, gap -> out.u32("offset", gap.offset()).u32("length", gap.length()));
                yield MessageId.FILE_REPLY;
            }
        };
    }
}
