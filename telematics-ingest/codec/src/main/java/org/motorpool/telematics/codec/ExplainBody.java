package org.motorpool.telematics.codec;

/** The fields of the modelled bodies, in wire order; whatever is left is one line of raw bytes. */
final class ExplainBody {
    private ExplainBody() {}

    static void lines(Header header, ExplainCursor cursor) {
        if (header.uplink()) {
            FieldReader in = cursor.fields();
            UplinkDecoder.read(header, in);
            in.hex("raw");
            cursor.take(in);
        } else {
            ExplainDownlink.lines(header, cursor);
        }
        cursor.hex(cursor.left(), "raw");
    }
}
