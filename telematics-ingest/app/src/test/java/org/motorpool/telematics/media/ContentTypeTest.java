package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        // SOI and the first marker; JFIF and Exif
        "ffd8ffe000104a464946, image/jpeg",
        "ffd8ffe1001845786966, image/jpeg",
        "89504e470d0a1a0a0000, image/png",
        // byte order, 42
        "49492a0008000000, image/tiff",
        "4d4d002a00000008, image/tiff",
        // ID3 2.3
        "4944330300000000, audio/mpeg",
        // MPEG 1 layer 3, 128 kbit/s, 44.1 kHz
        "fffb9064, audio/mpeg",
        // RIFF, size, WAVE
        "524946462408000057415645, audio/wav",
        "524946462408000041564920, video/x-msvideo",
        "2321414d520a, audio/amr",
        // GUID of the ASF header object
        "3026b2758e66cf11a6d900aa0062ce6c, video/x-ms-wmv",
        // box size, ftyp, isom
        "00000018667479706d703432, video/mp4",
        // start code, sequence parameter set
        "00000001674d0028, video/h264",
        "0000000140010c01, video/h265",
        // HTML, a script, an ELF file, nothing
        "3c68746d6c3e, application/octet-stream",
        "23212f62696e2f7368, application/octet-stream",
        "7f454c46, application/octet-stream",
        "'', application/octet-stream",
        "ff, application/octet-stream"
    })
    void isToldByTheFirstBytes(String hex, String mime) {
        assertThat(ContentType.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex))).mime())
                .isEqualTo(mime);
    }

    @Test
    void looksFromWhereTheBufferStands() {
        ByteBuffer content =
                ByteBuffer.wrap(HexFormat.of().parseHex("0000ffd8ffe0")).position(2);
        assertThat(ContentType.of(content)).isEqualTo(ContentType.JPEG);
        assertThat(content.position()).isEqualTo(2);
    }

    /** JT/T 808-2019, table 95: 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV, others reserved. */
    @Test
    void isClaimedByTheFormatByte() {
        assertThat(ContentType.ofFormat(0)).contains(ContentType.JPEG);
        assertThat(ContentType.ofFormat(4)).contains(ContentType.WMV);
        assertThat(ContentType.ofFormat(5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00_64_6401_0_1.jpg, JPEG", "A.JPEG, JPEG", "02_64_6401_1_1.mp4, MP4", "x.h264, H264", "x.264, H264"})
    void isPromisedByTheEndingOfAName(String name, ContentType type) {
        assertThat(ContentType.ofName(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"noending", "x.exe", "x.", "''", "x.bin"})
    void isNotPromisedByAnyOther(String name) {
        assertThat(ContentType.ofName(name)).isEmpty();
    }
}
