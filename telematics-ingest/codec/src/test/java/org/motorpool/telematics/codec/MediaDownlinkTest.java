package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.reads;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWrites;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;
import static org.motorpool.telematics.codec.ProtocolVersion.V2019;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.MediaDownlink.MediaFilter;

class MediaDownlinkTest {
    private static final String PERIOD = hex("261123000000", "261123235959");
    private static final Instant FROM = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T15:59:59Z");

    @Test
    void saysThatAllCame() {
        readsAndWritesInBothVersions(0x8800, "0000c15f", new MediaDownlink.MediaReply(49_503, List.of()));
        reads(V2013, 0x8800, hex("0000c15f", "00"), new MediaDownlink.MediaReply(49_503, List.of()));
    }

    @Test
    void asksForPartsAgain() {
        MediaDownlink message = new MediaDownlink.MediaReply(49_503, List.of(2, 5));
        readsAndWritesInBothVersions(0x8800, hex("0000c15f", "02", "0002", "0005"), message);
        reads(V2013, 0x8800, hex("0007", "0000c15f", "02", "0002", "0005"), message); // 2011: answered serial first
    }

    @Test
    void takesPhotos() {
        String body = hex(
                "01", // channel
                "0003", // photos
                "000a", // interval
                "01", // save
                "02", // 640×480
                "05", // quality
                "80", // brightness
                "40", // contrast
                "3f", // saturation
                "7f"); // chroma
        readsAndWritesInBothVersions(0x8801, body, new MediaDownlink.Shoot(1, 3, 10, 1, 2, 5, 128, 64, 63, 127));
    }

    @Test
    void looksForMedia() {
        readsAndWritesInBothVersions(
                0x8802,
                hex("00", "01", "03", PERIOD),
                new MediaDownlink.QueryMedia(new MediaFilter(0, 1, 3, FROM, TO)));
        readsAndWritesInBothVersions(
                0x8802,
                hex("02", "00", "00", "00".repeat(12)), // no limits of time
                new MediaDownlink.QueryMedia(new MediaFilter(2, 0, 0, null, null)));
    }

    @Test
    void fetchesMedia() {
        readsAndWritesInBothVersions(
                0x8803,
                hex("00", "01", "03", PERIOD, "01"),
                new MediaDownlink.UploadMedia(new MediaFilter(0, 1, 3, FROM, TO), 1));
        readsAndWritesInBothVersions(0x8805, hex("00006efa", "01"), new MediaDownlink.UploadMediaItem(28_410, 1));
    }

    @Test
    void recordsSound() {
        readsAndWritesInBothVersions(0x8804, hex("01", "003c", "01", "03"), new MediaDownlink.RecordAudio(1, 60, 1, 3));
    }

    @Test
    void refusesATimeThatTwoDigitsCannotSay() {
        MediaFilter filter = new MediaFilter(0, 0, 0, Instant.parse("1999-12-31T15:59:59Z"), null);
        assertThat(FrameEncoder.findProblem(new MediaDownlink.QueryMedia(filter), V2013))
                .contains("from is 1999-12-31T15:59:59Z, may be of the years 2000 to 2099");
    }

    @Test
    void asksForTheFilesOfAnAlarmOfBothForms() {
        AlarmId jiangsu = new AlarmId(AlarmForm.JIANGSU, "7654321", FROM, 1, 3, "00");
        AlarmId guangdong = new AlarmId(AlarmForm.GUANGDONG, "7654321", FROM, 1, 3, "0000");
        String address = hex("09", "3132372e302e302e31", "1a98", "0000"); // 127.0.0.1, TCP 6808, no UDP
        String number = hex("4131" + "00".repeat(30), "00".repeat(16)); // A1; reserved
        readsAndWrites(
                V2013,
                0x9208,
                hex(address, "37363534333231", "261123000000", "01", "03", "00", number),
                new AttachmentDownlink.RequestAttachments("127.0.0.1", 6808, 0, jiangsu, "A1"));
        readsAndWrites(
                V2019,
                0x9208,
                hex(address, "37363534333231" + "00".repeat(23), "261123000000", "01", "03", "0000", number),
                new AttachmentDownlink.RequestAttachments("127.0.0.1", 6808, 0, guangdong, "A1"));
    }

    @Test
    void answersAFile() {
        String name = hex("05", "612e6a7067"); // a.jpg
        readsAndWritesInBothVersions(
                0x9212, hex(name, "00", "00", "00"), new AttachmentDownlink.FileReply("a.jpg", 0, 0, List.of()));
        readsAndWritesInBothVersions(
                0x9212,
                hex(name, "00", "01", "01", "00010000", "00000400"), // 1024 bytes at 65536
                new AttachmentDownlink.FileReply("a.jpg", 0, 1, List.of(new AttachmentDownlink.Gap(65_536, 1024))));
    }
}
