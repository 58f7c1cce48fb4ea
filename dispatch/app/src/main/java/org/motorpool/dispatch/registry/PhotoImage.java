package org.motorpool.dispatch.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.ProblemException;

/**
 * An image that was decoded once, so it is what it says. The size is looked at before: a few bytes can claim gigabytes of pixels.
 * It holds its bytes as they came; nobody changes them.
 */
public final class PhotoImage {

    /** Largest file. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final long MOST_PIXELS = 25_000_000;
    private static final Map<String, String> MEDIA_TYPES = Map.of("jpeg", "image/jpeg", "png", "image/png");

    private final byte[] content;
    private final String mediaType;
    private final int width_px;
    private final int height_px;

    private PhotoImage(byte[] content, String mediaType, int width_px, int height_px) {
        this.content = content;
        this.mediaType = mediaType;
        this.width_px = width_px;
        this.height_px = height_px;
    }

    /** Decodes; takes time, so not on an event loop. Problems name the field {@code photo}. */
    static PhotoImage decode(byte[] content) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw Fields.bad("photo", "应为不超过 2 MB 的文件", "must be a file of at most 2 MB");
        }
        ImageIO.setUseCache(false);
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw notAnImage();
            }
            return decode(content, readers.next(), stream);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException _) {
            throw notAnImage();
        }
    }

    private static PhotoImage decode(byte[] content, ImageReader reader, ImageInputStream stream) throws IOException {
        try {
            String mediaType = MEDIA_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
            if (mediaType == null) {
                throw notAnImage();
            }
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw Fields.bad("photo", "像素过多，应不超过 2500 万", "has too many pixels, at most 25 million");
            }
            reader.read(0);
            return new PhotoImage(content, mediaType, width, height);
        } finally {
            reader.dispose();
        }
    }

    private static ProblemException notAnImage() {
        return Fields.bad("photo", "不是可读取的 JPEG 或 PNG 图片", "is no JPEG or PNG image that can be read");
    }

    public byte[] content() {
        return content;
    }

    public String mediaType() {
        return mediaType;
    }

    public int width_px() {
        return width_px;
    }

    public int height_px() {
        return height_px;
    }
}
