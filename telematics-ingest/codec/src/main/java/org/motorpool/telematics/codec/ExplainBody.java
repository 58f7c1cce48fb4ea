package org.motorpool.telematics.codec;

/** The fields of a body, as its decoder reads them; whatever it leaves is one line of raw bytes. */
final class ExplainBody {
    private ExplainBody() {}

    static void lines(Header header, ExplainCursor cursor) {
        FieldReader in = cursor.fields(header.version());
        if (header.uplink()) {
            UplinkDecoder.read(header, in);
        } else {
            DownlinkDecoder.read(header, in);
        }
        in.hex("raw");
        cursor.take(in);
        cursor.hex(cursor.left(), "raw");
    }
}
