package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Instructions about photos, audio and video. */
public sealed interface MediaInstruction extends Instruction {

    /** What a camera does. */
    enum Shooting {
        PHOTOS,
        VIDEO,
        STOP
    }

    /** What becomes of what was taken. */
    enum Keeping {
        UPLOAD(0),
        STORE(1);

        private final int code;

        Keeping(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /** Width and height; LOWEST and HIGHEST of what the camera can are of 2019. */
    enum Resolution {
        LOWEST(0),
        QVGA_320X240(1),
        VGA_640X480(2),
        SVGA_800X600(3),
        XGA_1024X768(4),
        QCIF_176X144(5),
        CIF_352X288(6),
        HALF_D1_704X288(7),
        D1_704X576(8),
        HIGHEST(0xff);

        private final int code;

        Resolution(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /**
     * Take photos or a video, or stop (0x8801); answered by {@link Answer.MediaTaken}.
     *
     * @param channel of the camera, 1 to 255
     * @param count of photos, 1 to 65534; 1 when left out
     * @param seconds between photos, or length of the video; 0, also when left out: as fast as can be, or without end
     * @param keep UPLOAD when left out
     * @param resolution VGA when left out
     * @param picture settings of the camera; the middle of each when left out
     */
    record Shoot(
            Integer channel,
            Shooting shooting,
            Integer count,
            Integer seconds,
            Keeping keep,
            Resolution resolution,
            Picture picture)
            implements MediaInstruction {

        private static final int MOST_PHOTOS = 65_534;

        public Shoot {
            Check.range("channel", channel, 1, 255);
            shooting = Objects.requireNonNullElse(shooting, Shooting.PHOTOS);
            count = Check.range("count", Objects.requireNonNullElse(count, 1), 1, MOST_PHOTOS);
            seconds = Check.range("seconds", Objects.requireNonNullElse(seconds, 0), 0, 65_535);
            keep = Objects.requireNonNullElse(keep, Keeping.UPLOAD);
            resolution = Objects.requireNonNullElse(resolution, Resolution.VGA_640X480);
            picture = Objects.requireNonNullElseGet(picture, () -> new Picture(null, null, null, null, null));
        }
    }

    /**
     * @param quality 1 best to 10 smallest
     * @param brightness 0 to 255, like chroma
     * @param contrast 0 to 127, like saturation
     */
    record Picture(Integer quality, Integer brightness, Integer contrast, Integer saturation, Integer chroma) {
        public Picture {
            quality = Check.range("quality", Objects.requireNonNullElse(quality, 5), 1, 10);
            brightness = Check.range("brightness", Objects.requireNonNullElse(brightness, 128), 0, 255);
            contrast = Check.range("contrast", Objects.requireNonNullElse(contrast, 64), 0, 127);
            saturation = Check.range("saturation", Objects.requireNonNullElse(saturation, 64), 0, 127);
            chroma = Check.range("chroma", Objects.requireNonNullElse(chroma, 128), 0, 255);
        }
    }

    /** Samples per second. */
    enum SampleRate {
        KHZ_8(0),
        KHZ_11(1),
        KHZ_23(2),
        KHZ_32(3);

        private final int code;

        SampleRate(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /** Whether a recording begins or ends. */
    enum Recording {
        START,
        STOP
    }

    /**
     * Record the sound in the vehicle, or stop (0x8804).
     *
     * @param recording START when left out
     * @param seconds 0, also when left out: until STOP
     * @param keep UPLOAD when left out
     * @param sampleRate 8 kHz when left out
     */
    record RecordAudio(Recording recording, Integer seconds, Keeping keep, SampleRate sampleRate)
            implements MediaInstruction {
        public RecordAudio {
            recording = Objects.requireNonNullElse(recording, Recording.START);
            seconds = Check.range("seconds", Objects.requireNonNullElse(seconds, 0), 0, 65_535);
            keep = Objects.requireNonNullElse(keep, Keeping.UPLOAD);
            sampleRate = Objects.requireNonNullElse(sampleRate, SampleRate.KHZ_8);
        }
    }

    /** Why media were taken. */
    enum MediaEvent {
        COMMAND(0),
        TIMER(1),
        ROBBERY(2),
        COLLISION(3),
        DOOR_OPENED(4),
        DOOR_CLOSED(5),
        MOVING_OFF(6),
        DISTANCE(7);

        private final int code;

        MediaEvent(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /** What becomes of media once they are sent. */
    enum AfterUpload {
        KEEP(0),
        DELETE(1);

        private final int code;

        AfterUpload(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /**
     * Which stored media are meant.
     *
     * @param kind IMAGE, AUDIO or VIDEO; IMAGE when left out
     * @param channel 0, also when left out: all
     * @param event COMMAND when left out
     * @param from no limit when left out, like {@code to}
     */
    record MediaFilter(MediaKind kind, Integer channel, MediaEvent event, Instant from, Instant to) {

        private static final List<MediaKind> STORED = List.of(MediaKind.IMAGE, MediaKind.AUDIO, MediaKind.VIDEO);

        public MediaFilter {
            kind = Check.oneOf("kind", Objects.requireNonNullElse(kind, MediaKind.IMAGE), STORED);
            channel = Check.range("channel", Objects.requireNonNullElse(channel, 0), 0, 255);
            event = Objects.requireNonNullElse(event, MediaEvent.COMMAND);
            Check.period("to", from, to);
        }

        private static MediaFilter orAll(MediaFilter filter) {
            return filter == null ? new MediaFilter(null, null, null, null, null) : filter;
        }
    }

    /** Ask which media are stored in the terminal (0x8802); answered by {@link Answer.MediaFound}. */
    record SearchMedia(MediaFilter filter) implements MediaInstruction {
        public SearchMedia {
            filter = MediaFilter.orAll(filter);
        }
    }

    /**
     * Have stored media sent (0x8803).
     *
     * @param after KEEP when left out
     */
    record UploadMedia(MediaFilter filter, AfterUpload after) implements MediaInstruction {
        public UploadMedia {
            filter = MediaFilter.orAll(filter);
            after = Objects.requireNonNullElse(after, AfterUpload.KEEP);
        }
    }

    /**
     * Have one of the stored media sent (0x8805).
     *
     * @param mediaId as in {@link Answer.MediaFound}
     * @param after KEEP when left out
     */
    record UploadMediaItem(Long mediaId, AfterUpload after) implements MediaInstruction {
        public UploadMediaItem {
            Check.range("mediaId", mediaId, 1, 0xffff_ffffL);
            after = Objects.requireNonNullElse(after, AfterUpload.KEEP);
        }
    }

    /**
     * Send the files of an active-safety alarm to a server (0x9208, T/JSATL 12-2017 and T/GDRTA 002-2020). The gateway asks
     * for the files of every alarm itself; this is for other servers.
     *
     * @param host of the attachment server, 255 bytes at most
     * @param tcpPort 0, also when left out: none
     * @param udpPort 0, also when left out: none; one of the two must be given
     * @param alarmId the alarm identification number (报警标识号) as the terminal sent it: 16 bytes in hex, or 40 by T/GDRTA
     * @param alarmNumber what the server knows the alarm by (报警编号), 1 to 32 bytes
     */
    record SendAttachments(String host, Integer tcpPort, Integer udpPort, String alarmId, String alarmNumber)
            implements MediaInstruction {

        public SendAttachments {
            Check.text("host", host, 1, 255);
            tcpPort = Objects.requireNonNullElse(tcpPort, 0);
            udpPort = Objects.requireNonNullElse(udpPort, 0);
            Check.port("tcpPort", tcpPort);
            Check.port("udpPort", udpPort);
            if (tcpPort == 0 && udpPort == 0) {
                Check.given("tcpPort", null);
            }
            alarmId = Check.hex("alarmId", alarmId, 16, 40);
            requireAlarmId(alarmId.length() / 2);
            Check.text("alarmNumber", alarmNumber, 1, 32);
        }

        private static void requireAlarmId(int bytes) {
            if (bytes != 16 && bytes != 40) {
                throw new InvalidInstruction(
                        "alarmId",
                        "alarmId 应为 16 或 40 字节，收到 %d 字节".formatted(bytes),
                        "alarmId must have 16 or 40 bytes, got %d".formatted(bytes));
            }
        }
    }
}
