package org.motorpool.telematics.codec;

/** The fields of the modelled bodies of platforms, in wire order. */
final class ExplainDownlink {
    private ExplainDownlink() {}

    static void lines(Header header, ExplainCursor cursor) {
        switch (header.messageId()) {
            case MessageId.GENERAL_REPLY -> answer(cursor);
            case MessageId.SHORT_REPLY -> shortReply(cursor);
            case MessageId.RESEND_REQUEST -> resendRequest(header, cursor);
            case MessageId.REGISTER_REPLY -> registerReply(cursor);
            case MessageId.SET_PARAMETERS -> setParameters(cursor);
            case MessageId.SEND_TEXT -> sendText(header, cursor);
            default -> {}
        }
    }

    private static void answer(ExplainCursor cursor) {
        cursor.number(2, "answered serial");
        cursor.hex(2, "answered message id");
        cursor.number(1, "result");
    }

    private static void shortReply(ExplainCursor cursor) {
        cursor.hex(2, "answered message id");
        cursor.number(1, "result");
    }

    private static void resendRequest(Header header, ExplainCursor cursor) {
        cursor.number(2, "first serial");
        cursor.number(header.version() == ProtocolVersion.V2013 ? 1 : 2, "number of parts");
        while (cursor.left() > 0) {
            cursor.number(2, "part");
        }
    }

    private static void registerReply(ExplainCursor cursor) {
        cursor.number(2, "answered serial");
        cursor.number(1, "result");
        cursor.text(cursor.left(), "code");
    }

    private static void setParameters(ExplainCursor cursor) {
        cursor.number(1, "number of parameters");
        while (cursor.left() > 0) {
            int length = cursor.peek8(4);
            cursor.hex(4, "parameter id");
            cursor.number(1, "parameter length");
            cursor.hex(length, "parameter value");
        }
    }

    private static void sendText(Header header, ExplainCursor cursor) {
        cursor.hex(1, "text flags");
        if (header.version() == ProtocolVersion.V2019) {
            cursor.number(1, "text kind");
        }
        cursor.text(cursor.left(), "text");
    }
}
