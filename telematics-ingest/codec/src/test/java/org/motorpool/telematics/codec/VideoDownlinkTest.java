package org.motorpool.telematics.codec;

import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.Frames.hex;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.VideoDownlink.AdjustCamera;
import org.motorpool.telematics.codec.VideoDownlink.CameraFunction;
import org.motorpool.telematics.codec.VideoDownlink.FtpServer;
import org.motorpool.telematics.codec.VideoDownlink.MediaServer;
import org.motorpool.telematics.codec.VideoDownlink.RecordingFilter;

/** Bodies of JT/T 1078-2016. */
class VideoDownlinkTest {
    private static final MediaServer SERVER = new MediaServer("127.0.0.1", 1078, 0);
    private static final String SERVER_BYTES = hex("09", "3132372e302e302e31", "0436", "0000");
    private static final String PERIOD = hex("261123000000", "261123235959");
    private static final Instant FROM = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T15:59:59Z");

    /** Channel 2, any alarm, bits 0 and 32, audio and video, main stream, any storage. */
    private static final RecordingFilter FILTER = new RecordingFilter(2, FROM, TO, 0x1_0000_0001L, 0, 1, 0);

    private static final String FILTER_BYTES = hex("02", PERIOD, "0000000100000001", "00", "01", "00");

    @Test
    void asksWhatTheTerminalCanDo() {
        readsAndWritesInBothVersions(0x9003, "", new VideoDownlink.QueryAudioVideoAttributes());
    }

    @Test
    void startsAndControlsLiveVideo() {
        readsAndWritesInBothVersions(
                0x9101, hex(SERVER_BYTES, "02", "01", "00"), new VideoDownlink.StartLive(SERVER, 2, 1, 0));
        readsAndWritesInBothVersions(0x9102, hex("02", "01", "00", "01"), new VideoDownlink.ControlLive(2, 1, 0, 1));
        readsAndWritesInBothVersions(0x9105, hex("02", "03"), new VideoDownlink.LiveLoss(2, 3));
    }

    @Test
    void startsAndControlsPlayback() {
        readsAndWritesInBothVersions(
                0x9201,
                hex(SERVER_BYTES, "02", "00", "01", "02", "01", "03", PERIOD),
                new VideoDownlink.StartPlayback(SERVER, 2, 0, 1, 2, 1, 3, FROM, TO));
        readsAndWritesInBothVersions(
                0x9202, hex("02", "05", "00", "261123000000"), new VideoDownlink.ControlPlayback(2, 5, 0, FROM));
    }

    @Test
    void looksForRecordings() {
        readsAndWritesInBothVersions(0x9205, FILTER_BYTES, new VideoDownlink.QueryRecordings(FILTER));
    }

    @Test
    void uploadsRecordings() {
        String body = hex(
                "09",
                "3132372e302e302e31", // 127.0.0.1
                "0015", // port 21
                "01",
                "75", // u
                "01",
                "70", // p
                "02",
                "2f61", // /a
                FILTER_BYTES,
                "03"); // WLAN and LAN
        readsAndWritesInBothVersions(
                0x9206,
                body,
                new VideoDownlink.UploadRecordings(new FtpServer("127.0.0.1", 21, "u", "p", "/a"), FILTER, 3));
        readsAndWritesInBothVersions(0x9207, hex("0007", "02"), new VideoDownlink.ControlUpload(7, 2));
    }

    @Test
    void movesCameras() {
        readsAndWritesInBothVersions(0x9301, hex("02", "03", "80"), new VideoDownlink.TurnCamera(2, 3, 128));
        readsAndWritesInBothVersions(0x9302, hex("02", "00"), new AdjustCamera(CameraFunction.FOCUS, 2, 0));
        readsAndWritesInBothVersions(0x9303, hex("02", "01"), new AdjustCamera(CameraFunction.APERTURE, 2, 1));
        readsAndWritesInBothVersions(0x9304, hex("02", "01"), new AdjustCamera(CameraFunction.WIPER, 2, 1));
        readsAndWritesInBothVersions(0x9305, hex("02", "00"), new AdjustCamera(CameraFunction.INFRARED, 2, 0));
        readsAndWritesInBothVersions(0x9306, hex("02", "01"), new AdjustCamera(CameraFunction.ZOOM, 2, 1));
    }
}
