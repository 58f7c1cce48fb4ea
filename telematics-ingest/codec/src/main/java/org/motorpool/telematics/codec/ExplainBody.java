package org.motorpool.telematics.codec;

/** The fields of the modelled bodies, in wire order; whatever is left is one line of raw bytes. */
final class ExplainBody {
    private ExplainBody() {}

    static void lines(Header header, ExplainCursor cursor) {
        switch (header.messageId()) {
            case MessageId.GENERAL_RESPONSE, MessageId.GENERAL_REPLY -> answer(cursor);
            case MessageId.REGISTER -> register(header, cursor);
            case MessageId.AUTHENTICATE -> authenticate(header, cursor);
            case MessageId.LOCATION_REPORT -> location(cursor);
            case MessageId.LOCATION_ANSWER -> {
                cursor.number(2, "answered serial");
                location(cursor);
            }
            case MessageId.LOCATION_BATCH -> batch(cursor);
            case MessageId.RESEND_REQUEST -> resendRequest(header, cursor);
            case MessageId.REGISTER_REPLY -> registerReply(cursor);
            case MessageId.SET_PARAMETERS -> setParameters(cursor);
            case MessageId.SEND_TEXT -> sendText(header, cursor);
            default -> {}
        }
        cursor.hex(cursor.left(), "raw");
    }

    private static void answer(ExplainCursor cursor) {
        cursor.number(2, "answered serial");
        cursor.hex(2, "answered message id");
        cursor.number(1, "result");
    }

    private static void register(Header header, ExplainCursor cursor) {
        RegisterLayout layout = RegisterLayout.of(header.version(), cursor.left());
        cursor.number(2, "province");
        cursor.number(2, "city");
        cursor.text(layout.manufacturerBytes(), "manufacturer");
        cursor.text(layout.modelBytes(), "model");
        cursor.text(layout.terminalIdBytes(), "terminal id");
        cursor.number(1, "plate colour");
        cursor.text(cursor.left(), "plate");
    }

    private static void authenticate(Header header, ExplainCursor cursor) {
        int length = cursor.peek8(0);
        if (header.version() == ProtocolVersion.V2019 && cursor.left() >= 1 + length + 35) {
            cursor.number(1, "code length");
            cursor.text(length, "code");
            cursor.text(15, "IMEI");
            cursor.text(20, "software version");
        } else {
            cursor.text(cursor.left(), "code");
        }
    }

    private static void location(ExplainCursor cursor) {
        cursor.hex(4, "alarm flags");
        cursor.hex(4, "status flags");
        cursor.scaled(4, 1_000_000, "latitude, degrees");
        cursor.scaled(4, 1_000_000, "longitude, degrees");
        cursor.altitude("altitude, m");
        cursor.scaled(2, 10, "speed, km/h");
        cursor.number(2, "heading, degrees");
        cursor.time("terminal time");
        while (cursor.left() >= 2 && cursor.left() >= 2 + cursor.peek8(1)) {
            item(cursor);
        }
        cursor.hex(cursor.left(), "trailing");
    }

    private static void item(ExplainCursor cursor) {
        int id = cursor.peek8(0);
        int length = cursor.peek8(1);
        cursor.hex(1, "item id");
        cursor.number(1, "item length");
        switch (id << 8 | length) {
            case 0x01_04 -> cursor.scaled(4, 10, "mileage, km");
            case 0x02_02 -> cursor.scaled(2, 10, "fuel, l");
            case 0x03_02 -> cursor.scaled(2, 10, "recorder speed, km/h");
            case 0x04_02 -> cursor.number(2, "alarm event to confirm");
            case 0x30_01 -> cursor.number(1, "signal strength");
            case 0x31_01 -> cursor.number(1, "satellites");
            case 0x25_04 -> cursor.hex(4, "vehicle signals");
            case 0x2a_02 -> cursor.hex(2, "IO state");
            default -> cursor.hex(length, "item value");
        }
    }

    private static void batch(ExplainCursor cursor) {
        cursor.number(2, "number of reports");
        cursor.number(1, "kind");
        while (cursor.left() >= 2 && cursor.left() >= 2 + cursor.peek16()) {
            int length = cursor.peek16();
            cursor.number(2, "report length");
            location(cursor.excerpt(length));
        }
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
