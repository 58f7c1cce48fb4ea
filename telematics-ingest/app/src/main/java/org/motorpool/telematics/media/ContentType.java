package org.motorpool.telematics.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of content that terminals send, each with the bytes it is known by. */
enum ContentType {
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    TIFF("image/tiff", "tif", "49492a00", "4d4d002a"),
    /** An ID3 tag, or a frame of MPEG 1 or 2, layer 3 (ISO/IEC 11172-3, 2.4.2.3), with and without CRC. */
    MP3("audio/mpeg", "mp3", "494433", "fffa", "fffb", "fff2", "fff3"),
    WAV("audio/wav", "wav", "52494646........57415645"),
    AMR("audio/amr", "amr", "2321414d52"),
    /** Windows Media: the header object of ASF. */
    WMV("video/x-ms-wmv", "wmv", "3026b2758e66cf11"),
    MP4("video/mp4", "mp4", "........66747970"),
    AVI("video/x-msvideo", "avi", "52494646........415649"),
    /** Byte stream (ITU-T H.264, annex B) that begins with a parameter set or a delimiter. */
    H264("video/h264", "h264", "0000000167", "00000167", "0000000127", "00000127", "0000000109", "00000109"),
    /** Byte stream (ITU-T H.265, annex B) that begins with a parameter set or a delimiter. */
    H265("video/h265", "h265", "0000000140", "00000140", "0000000146", "00000146"),
    UNKNOWN("application/octet-stream", "bin");

    /** Bytes that are enough to tell. */
    static final int HEAD_BYTES = 16;

    private final String mime;
    private final String extension;
    private final String[] signs;

    ContentType(String mime, String extension, String... signs) {
        this.mime = mime;
        this.extension = extension;
        this.signs = signs;
    }

    /** What the content is by its first bytes, whatever its sender calls it. */
    static ContentType of(ByteBuffer content) {
        ByteBuffer head = content.slice(content.position(), Math.min(HEAD_BYTES, content.remaining()));
        byte[] bytes = new byte[head.remaining()];
        head.get(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return Arrays.stream(values())
                .filter(type -> Arrays.stream(type.signs).anyMatch(sign -> begins(hex, sign)))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What the format byte of 0x0800 and 0x0801 means (JT/T 808-2019, table 95). */
    static Optional<ContentType> ofFormat(int format) {
        return switch (format) {
            case 0 -> Optional.of(JPEG);
            case 1 -> Optional.of(TIFF);
            case 2 -> Optional.of(MP3);
            case 3 -> Optional.of(WAV);
            case 4 -> Optional.of(WMV);
            default -> Optional.empty();
        };
    }

    /** What the ending of a file name promises. */
    static Optional<ContentType> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type != UNKNOWN && type.endings().contains(ending))
                .findFirst();
    }

    static ContentType ofMime(String mime) {
        return Arrays.stream(values())
                .filter(type -> type.mime.equals(mime))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private Set<String> endings() {
        return switch (this) {
            case JPEG -> Set.of(extension, "jpeg");
            case TIFF -> Set.of(extension, "tiff");
            case H264 -> Set.of(extension, "264");
            case H265 -> Set.of(extension, "265");
            case PNG, MP3, WAV, AMR, WMV, MP4, AVI, UNKNOWN -> Set.of(extension);
        };
    }

    /** A point in the sign stands for any digit. */
    private static boolean begins(String hex, String sign) {
        if (hex.length() < sign.length()) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if (sign.charAt(i) != '.' && sign.charAt(i) != hex.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String mime() {
        return mime;
    }

    String extension() {
        return extension;
    }
}
