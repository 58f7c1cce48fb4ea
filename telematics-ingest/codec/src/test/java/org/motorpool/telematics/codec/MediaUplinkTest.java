package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.LOCATION;
import static org.motorpool.telematics.codec.Frames.REPORT;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2013;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaUplinkTest {
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final MediaUplink.MediaEvent PHOTO = new MediaUplink.MediaEvent(123, 0, 0, 3, 2);
    private static final String ABOUT_PHOTO = hex(
            "0000007b", // media id 123
            "00", // photo
            "00", // JPEG
            "03", // collision
            "02"); // channel 2
    private static final String JPEG = "ffd8ffe000104a46494600010100000100010000ffdb00c5000a07070807060affd9";

    @Test
    void readsAndWritesAnEvent() {
        readsAndWrites("0800", ABOUT_PHOTO, PHOTO);
    }

    @Test
    void readsAndWritesAPhoto() {
        readsAndWrites(
                "0801", ABOUT_PHOTO + LOCATION + JPEG, new MediaUplink.MediaData(PHOTO, REPORT, Body.ofHex(JPEG)));
    }

    @Test
    void readsAndWritesAPhotoOfATerminalWithoutTime() {
        String nowhere = "00".repeat(28);
        Uplink.LocationReport report = new Uplink.LocationReport(0, 0, 0, 0, 0, 0, 0, null, List.of(), "");
        readsAndWrites(
                "0801", ABOUT_PHOTO + nowhere + JPEG, new MediaUplink.MediaData(PHOTO, report, Body.ofHex(JPEG)));
    }

    @Test
    void readsAndWritesAPhotoWithoutLocation() {
        readsAndWrites("0801", ABOUT_PHOTO + JPEG, new MediaUplink.MediaData(PHOTO, null, Body.ofHex(JPEG)));
    }

    @Test
    void readsAndWritesAPacketOf2011() {
        String body = hex(
                ABOUT_PHOTO,
                "0000000a", // ten packets
                "00000001", // the first
                JPEG);
        readsAndWrites2013("0801", body, new MediaUplink.MediaPacket(PHOTO, 10, 1, Body.ofHex(JPEG)));
    }

    @Test
    void readsAndWritesAListOfMedia() {
        String body = hex(
                "0102", // answered serial
                "0009", // nine match
                "0000007b 00 02 03", // photo 123, channel 2, collision
                LOCATION);
        readsAndWrites(
                "0802",
                body,
                new MediaUplink.MediaList(0x0102, 9, List.of(new MediaUplink.MediaItem(123, 0, 2, 3, REPORT)), ""));
    }

    @Test
    void readsAndWritesWhatWasTaken() {
        String body = hex(
                "0102", // answered serial
                "00", // done
                "0002", // two photos
                "0000007b 0000007c");
        readsAndWrites("0805", body, new MediaUplink.ShootingAnswer(0x0102, 0, List.of(123L, 124L)));
    }

    @Test
    void readsAndWritesThatNothingWasTaken() {
        readsAndWrites(
                "0805",
                hex("0102", "02"), // channel not supported
                new MediaUplink.ShootingAnswer(0x0102, 2, List.of()));
    }

    @Test
    void readsWhatIsThereOfAListWithALyingNumber() {
        assertThat(uplink(frame2013("0805", hex("0102", "00", "0009", "0000007b", "00"))))
                .isEqualTo(new MediaUplink.ShootingAnswer(0x0102, 0, List.of(123L)));
    }

    @Test
    void readsAndWritesAudioAndVideoAttributes() {
        String body = hex(
                "06", // G.711A
                "01", // one channel
                "00", // 8 kHz
                "01", // 16 bits
                "0140", // frames of 320 bytes
                "01", // can speak
                "62", // H.264
                "02", // audio channels
                "04"); // video channels
        readsAndWrites("1003", body, new MediaUplink.AudioVideoAttributes(6, 1, 0, 1, 320, 1, 98, 2, 4));
    }

    @Test
    void readsAndWritesAListOfRecordings() {
        String recording = hex(
                "03", // channel
                "261123100000", // from
                "261123103000", // to
                "8000000000000001", // highest alarm of JT/T 1078, lowest of JT/T 808
                "02", // video
                "01", // main stream
                "01", // main storage
                "0cc38f71"); // 214142833 bytes
        readsAndWrites(
                "1205",
                hex("0102", "00000001", recording),
                new MediaUplink.RecordingList(
                        0x0102,
                        1,
                        List.of(new MediaUplink.Recording(
                                3, TEN, TEN.plusSeconds(1800), Long.MIN_VALUE | 1, 2, 1, 1, 214_142_833)),
                        ""));
    }

    @Test
    void readsAndWritesTheEndOfAnUpload() {
        readsAndWrites("1206", hex("0102", "01"), new MediaUplink.RecordingUploaded(0x0102, 1)); // failed
    }
}
