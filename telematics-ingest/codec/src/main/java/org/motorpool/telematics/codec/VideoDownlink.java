package org.motorpool.telematics.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Live and stored video, and the cameras' drives: JT/T 1078-2016. */
public sealed interface VideoDownlink extends Downlink {

    /** 0x9003, ask what audio and video the terminal can do; 0x1003 answers. */
    record QueryAudioVideoAttributes() implements VideoDownlink {}

    /**
     * 0x9101, send live audio and video to a server.
     *
     * @param kind 0 audio and video, 1 video, 2 talk both ways, 3 listen, 4 broadcast, 5 passthrough
     * @param stream 0 main, 1 sub
     */
    record StartLive(MediaServer server, int channel, int kind, int stream) implements VideoDownlink {}

    /**
     * Where media go to.
     *
     * @param host address or name, 255 bytes at most
     * @param tcpPort 0 when UDP is meant
     * @param udpPort 0 when TCP is meant
     */
    record MediaServer(String host, int tcpPort, int udpPort) {}

    /**
     * 0x9102, control live audio and video.
     *
     * @param command 0 close, 1 change the stream, 2 pause all, 3 go on, 4 close talk
     * @param closeKind what to close: 0 audio and video, 1 audio, 2 video
     * @param stream to change to: 0 main, 1 sub
     */
    record ControlLive(int channel, int command, int closeKind, int stream) implements VideoDownlink {}

    /** 0x9105, how much of a live stream was lost, percent. */
    record LiveLoss(int channel, int loss_percent) implements VideoDownlink {}

    /**
     * 0x9201, play stored audio and video to a server; 0x1205 answers.
     *
     * @param kind 0 audio and video, 1 audio, 2 video, 3 video or audio and video
     * @param stream 0 any, 1 main, 2 sub
     * @param storage 0 any, 1 main, 2 backup
     * @param mode 0 normal, 1 fast forward, 2 key frames backward, 3 key frames, 4 one frame
     * @param speed 0 none, 1 once, 2 twice, 3 four times, 4 eight times, 5 sixteen times
     * @param from the frame when {@code mode} is 4
     * @param to null for no end
     */
    record StartPlayback(
            MediaServer server,
            int channel,
            int kind,
            int stream,
            int storage,
            int mode,
            int speed,
            @Nullable Instant from,
            @Nullable Instant to)
            implements VideoDownlink {}

    /**
     * 0x9202, control what is played.
     *
     * @param command 0 start, 1 pause, 2 end, 3 fast forward, 4 key frames backward, 5 go to a time, 6 key frames
     * @param speed as in {@link StartPlayback}
     * @param position where to go to when {@code command} is 5
     */
    record ControlPlayback(
            int channel, int command, int speed, @Nullable Instant position) implements VideoDownlink {}

    /** 0x9205, ask which recordings there are; 0x1205 answers. */
    record QueryRecordings(RecordingFilter filter) implements VideoDownlink {}

    /**
     * Which recordings are meant.
     *
     * @param channel 0 all
     * @param from null for no limit, like {@code to}
     * @param alarmBits bits 0 to 31 those of 0x0200, 32 to 63 those of JT/T 1078; 0 without condition
     * @param kind 0 audio and video, 1 audio, 2 video, 3 video or audio and video
     * @param stream 0 any, 1 main, 2 sub
     * @param storage 0 any, 1 main, 2 backup
     */
    record RecordingFilter(
            int channel,
            @Nullable Instant from,
            @Nullable Instant to,
            long alarmBits,
            int kind,
            int stream,
            int storage) {}

    /**
     * 0x9206, upload recordings by FTP; 0x1206 tells when it is done.
     *
     * @param conditions allowed networks: WLAN (0), LAN (1), 3G and 4G (2)
     */
    record UploadRecordings(FtpServer server, RecordingFilter filter, int conditions) implements VideoDownlink {}

    /** Where files go to; no string has more than 255 bytes. */
    record FtpServer(String host, int port, String username, String password, String path) {}

    /**
     * 0x9207, control an upload.
     *
     * @param uploadSerial serial of its 0x9206
     * @param command 0 pause, 1 go on, 2 cancel
     */
    record ControlUpload(int uploadSerial, int command) implements VideoDownlink {}

    /**
     * 0x9301, turn a camera.
     *
     * @param direction 0 stop, 1 up, 2 down, 3 left, 4 right
     * @param speed 0 to 255
     */
    record TurnCamera(int channel, int direction, int speed) implements VideoDownlink {}

    /**
     * 0x9302 to 0x9306, set something of a camera.
     *
     * @param value focus, aperture, zoom: 0 greater, 1 smaller; wiper, infrared light: 0 off, 1 on
     */
    record AdjustCamera(CameraFunction function, int channel, int value) implements VideoDownlink {}

    /** What of a camera can be set. */
    enum CameraFunction {
        FOCUS(MessageId.ADJUST_FOCUS),
        APERTURE(MessageId.ADJUST_APERTURE),
        WIPER(MessageId.ADJUST_WIPER),
        INFRARED(MessageId.ADJUST_INFRARED),
        ZOOM(MessageId.ADJUST_ZOOM);

        private final int messageId;

        CameraFunction(int messageId) {
            this.messageId = messageId;
        }

        int messageId() {
            return messageId;
        }
    }
}
