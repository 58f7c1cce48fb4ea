package org.motorpool.telematics.media;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.motorpool.telematics.contract.MediaKind;

/**
 * A file as 0x1211 announces and 0x1212 ends it.
 *
 * @param name the terminal's name of it, whatever it holds
 * @param type 0 image, 1 audio, 2 video, 3 text, other
 */
public record AttachedFile(String name, int type, long size_bytes) {

    /** Width of the name in the head of a data packet (T/JSATL 12-2017, table 4-26). */
    private static final int SHORT_NAME_BYTES = 50;

    private static final Charset GBK = Charset.forName("GBK");

    /** The name as data packets have room for it. */
    String shortName() {
        byte[] bytes = name.getBytes(GBK);
        return bytes.length <= SHORT_NAME_BYTES ? name : new String(Arrays.copyOf(bytes, SHORT_NAME_BYTES), GBK);
    }

    MediaKind kind() {
        return Medium.kind(type);
    }
}
