package org.motorpool.dispatch.registry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Object mother: image files. */
final class Images {

    private Images() {}

    static byte[] of(String format, int width_px, int height_px) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width_px, height_px, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** A small PNG whose header claims another size: width and height are the first eight bytes of the IHDR chunk at 16. */
    static byte[] pngThatClaims(int width_px, int height_px) {
        ByteBuffer png = ByteBuffer.wrap(of("png", 8, 8));
        png.putInt(16, width_px).putInt(20, height_px);
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }
}
