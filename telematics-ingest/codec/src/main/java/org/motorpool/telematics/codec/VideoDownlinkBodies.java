package org.motorpool.telematics.codec;

import java.time.Instant;
import org.motorpool.telematics.codec.VideoDownlink.AdjustCamera;
import org.motorpool.telematics.codec.VideoDownlink.CameraFunction;
import org.motorpool.telematics.codec.VideoDownlink.FtpServer;
import org.motorpool.telematics.codec.VideoDownlink.MediaServer;
import org.motorpool.telematics.codec.VideoDownlink.RecordingFilter;
import org.motorpool.telematics.codec.VideoDownlink.StartPlayback;

/** Reads and writes the bodies of {@link VideoDownlink}. */
final class VideoDownlinkBodies {
    private static final int ALARM_BYTES = 8;

    private VideoDownlinkBodies() {}

    static VideoDownlink startLive(FieldReader in) {
        return new VideoDownlink.StartLive(server(in), in.u8("channel"), in.u8("kind"), in.u8("stream"));
    }

    private static MediaServer server(FieldReader in) {
        return new MediaServer(in.counted(1, "host"), in.u16("TCP port"), in.u16("UDP port"));
    }

    static VideoDownlink controlLive(FieldReader in) {
        return new VideoDownlink.ControlLive(
                in.u8("channel"), in.u8("command"), in.u8("what to close"), in.u8("stream"));
    }

    static VideoDownlink liveLoss(FieldReader in) {
        return new VideoDownlink.LiveLoss(in.u8("channel"), in.u8("loss, percent"));
    }

    static VideoDownlink startPlayback(FieldReader in) {
        return new StartPlayback(
                server(in),
                in.u8("channel"),
                in.u8("kind"),
                in.u8("stream"),
                in.u8("storage"),
                in.u8("mode"),
                in.u8("speed"),
                in.time("from"),
                in.time("to"));
    }

    static VideoDownlink controlPlayback(FieldReader in) {
        return new VideoDownlink.ControlPlayback(
                in.u8("channel"), in.u8("command"), in.u8("speed"), in.time("position"));
    }

    static VideoDownlink queryRecordings(FieldReader in) {
        return new VideoDownlink.QueryRecordings(filter(in));
    }

    private static RecordingFilter filter(FieldReader in) {
        return new RecordingFilter(
                in.u8("channel"),
                in.time("from"),
                in.time("to"),
                in.bits(ALARM_BYTES, "alarm flags"),
                in.u8("kind"),
                in.u8("stream"),
                in.u8("storage"));
    }

    static VideoDownlink uploadRecordings(FieldReader in) {
        FtpServer server = new FtpServer(
                in.counted(1, "host"),
                in.u16("port"),
                in.counted(1, "username"),
                in.counted(1, "password"),
                in.counted(1, "path"));
        return new VideoDownlink.UploadRecordings(server, filter(in), (int) in.bits(1, "conditions"));
    }

    static VideoDownlink controlUpload(FieldReader in) {
        return new VideoDownlink.ControlUpload(in.u16("serial of the upload"), in.u8("command"));
    }

    static VideoDownlink turnCamera(FieldReader in) {
        return new VideoDownlink.TurnCamera(in.u8("channel"), in.u8("direction"), in.u8("speed"));
    }

    static VideoDownlink adjustCamera(CameraFunction function, FieldReader in) {
        return new AdjustCamera(function, in.u8("channel"), in.u8("value"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(VideoDownlink message, FieldWriter out) {
        return switch (message) {
            case VideoDownlink.QueryAudioVideoAttributes() -> MessageId.QUERY_AUDIO_VIDEO_ATTRIBUTES;
            case VideoDownlink.StartLive(MediaServer server, int channel, int kind, int stream) -> {
                server(server, out).u8("channel", channel).u8("kind", kind).u8("stream", stream);
                yield MessageId.START_LIVE;
            }
            case VideoDownlink.ControlLive(int channel, int command, int closeKind, int stream) -> {
                out.u8("channel", channel)
                        .u8("command", command)
                        .u8("closeKind", closeKind)
                        .u8("stream", stream);
                yield MessageId.CONTROL_LIVE;
            }
            case VideoDownlink.LiveLoss(int channel, int loss_percent) -> {
                out.u8("channel", channel).u8("loss_percent", loss_percent);
                yield MessageId.LIVE_LOSS;
            }
            case StartPlayback playback -> startPlayback(playback, out);
            case VideoDownlink.ControlPlayback(int channel, int command, int speed, Instant position) -> {
                out.u8("channel", channel)
                        .u8("command", command)
                        .u8("speed", speed)
                        .time("position", position);
                yield MessageId.CONTROL_PLAYBACK;
            }
            case VideoDownlink.QueryRecordings(RecordingFilter filter) -> {
                filter(filter, out);
                yield MessageId.QUERY_RECORDINGS;
            }
            case VideoDownlink.UploadRecordings(FtpServer server, RecordingFilter filter, int conditions) -> {
                ftp(server, out);
                filter(filter, out).u8("conditions", conditions);
                yield MessageId.UPLOAD_RECORDINGS;
            }
            case VideoDownlink.ControlUpload(int serial, int command) -> {
                out.u16("uploadSerial", serial).u8("command", command);
                yield MessageId.CONTROL_UPLOAD;
            }
            case VideoDownlink.TurnCamera(int channel, int direction, int speed) -> {
                out.u8("channel", channel).u8("direction", direction).u8("speed", speed);
                yield MessageId.TURN_CAMERA;
            }
            case AdjustCamera(CameraFunction function, int channel, int value) -> {
                out.u8("channel", channel).u8("value", value);
                yield function.messageId();
            }
        };
    }

    private static FieldWriter server(MediaServer server, FieldWriter out) {
        return out.counted("host", 1, server.host())
                .u16("tcpPort", server.tcpPort())
                .u16("udpPort", server.udpPort());
    }

    private static int startPlayback(StartPlayback playback, FieldWriter out) {
        server(playback.server(), out)
                .u8("channel", playback.channel())
                .u8("kind", playback.kind())
                .u8("stream", playback.stream())
                .u8("storage", playback.storage())
                .u8("mode", playback.mode())
                .u8("speed", playback.speed())
                .time("from", playback.from())
                .time("to", playback.to());
        return MessageId.START_PLAYBACK;
    }

    private static void ftp(FtpServer server, FieldWriter out) {
        out.counted("host", 1, server.host())
                .u16("port", server.port())
                .counted("username", 1, server.username())
                .counted("password", 1, server.password())
                .counted("path", 1, server.path());
    }

    private static FieldWriter filter(RecordingFilter filter, FieldWriter out) {
        return out.u8("channel", filter.channel())
                .time("from", filter.from())
                .time("to", filter.to())
                .u64(filter.alarmBits())
                .u8("kind", filter.kind())
                .u8("stream", filter.stream())
                .u8("storage", filter.storage());
    }
}
