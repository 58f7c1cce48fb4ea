package org.motorpool.telematics.codec;

import org.motorpool.telematics.codec.AttachmentUplink.Attachment;

/** Reads and writes the bodies of {@link AttachmentUplink}. */
final class AttachmentBodies {
    private static final int ALARM_NUMBER_BYTES = 32;
    private static final int SIZE_BYTES = 4;

    private AttachmentBodies() {}

    static AttachmentUplink list(ProtocolVersion version, FieldReader in) {
        AlarmForm form = form(version, in);
        return new AttachmentUplink.AttachmentList(
                in.text(form.terminalIdBytes(), "terminal id"),
                AlarmId.read(form, in),
                in.text(ALARM_NUMBER_BYTES, "alarm number"),
                in.u8("kind"),
                in.list(in.u8("number of files"), _ -> attachment(in)));
    }

    private static Attachment attachment(FieldReader in) {
        return new Attachment(in.counted(1, "file name"), in.u32("file size, bytes"));
    }

    /** The form whose list of files ends with the body; else that which is usual with the version. */
    private static AlarmForm form(ProtocolVersion version, FieldReader in) {
        boolean jiangsu = fits(AlarmForm.JIANGSU, in);
        boolean guangdong = fits(AlarmForm.GUANGDONG, in);
        if (jiangsu != guangdong) {
            return jiangsu ? AlarmForm.JIANGSU : AlarmForm.GUANGDONG;
        }
        return switch (version) {
            case V2013 -> AlarmForm.JIANGSU;
            case V2019 -> AlarmForm.GUANGDONG;
        };
    }

    private static boolean fits(AlarmForm form, FieldReader in) {
        int count = form.terminalIdBytes() + form.bytes() + ALARM_NUMBER_BYTES + 1;
        int at = count + 1;
        for (int i = 0; i < in.peek(count); i++) {
            at += 1 + Math.max(0, in.peek(at)) + SIZE_BYTES;
        }
        return at == in.left();
    }

    static AttachmentUplink started(FieldReader in) {
        return new AttachmentUplink.FileStarted(
                in.counted(1, "file name"), in.u8("file kind"), in.u32("file size, bytes"));
    }

    static AttachmentUplink completed(FieldReader in) {
        return new AttachmentUplink.FileCompleted(
                in.counted(1, "file name"), in.u8("file kind"), in.u32("file size, bytes"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(AttachmentUplink message, FieldWriter out) {
        return switch (message) {
            case AttachmentUplink.AttachmentList list -> list(list, out);
            case AttachmentUplink.FileStarted(String name, int kind, long size) -> {
                out.counted("name", 1, name).u8(kind).u32(size);
                yield MessageId.FILE_STARTED;
            }
            case AttachmentUplink.FileCompleted(String name, int kind, long size) -> {
                out.counted("name", 1, name).u8(kind).u32(size);
                yield MessageId.FILE_COMPLETED;
            }
        };
    }

    private static int list(AttachmentUplink.AttachmentList list, FieldWriter out) {
        out.text("terminalId", list.alarmId().form().terminalIdBytes(), list.terminalId());
        list.alarmId().write(out);
        out.text("alarmNumber", ALARM_NUMBER_BYTES, list.alarmNumber())
                .u8(list.kind())
                .count("attachments", 1, list.attachments().size())
                .each(list.attachments(), attachment -> out.counted("name", 1, attachment.name())
                        .u32(attachment.size_bytes()));
        return MessageId.ATTACHMENT_LIST;
    }
}
