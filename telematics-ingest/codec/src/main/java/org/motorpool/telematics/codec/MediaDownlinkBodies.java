package org.motorpool.telematics.codec;

import java.util.List;
import org.motorpool.telematics.codec.MediaDownlink.MediaFilter;

/** Reads and writes the bodies of {@link MediaDownlink}. */
final class MediaDownlinkBodies {
    private MediaDownlinkBodies() {}

    static MediaDownlink reply(FieldReader in) {
        boolean of2011 = !in.fits(MediaDownlinkBodies::replyBody)
                && in.fits(trial -> {
                    trial.u16("answered serial");
                    replyBody(trial);
                });
        if (of2011) {
            in.u16("answered serial");
        }
        return replyBody(in);
    }

    private static MediaDownlink replyBody(FieldReader in) {
        long mediaId = in.u32("media id");
        int count = in.has(1) ? in.u8("number of parts") : 0;
        return new MediaDownlink.MediaReply(mediaId, in.all(count, () -> in.u16("part")));
    }

    static MediaDownlink shoot(FieldReader in) {
        return new MediaDownlink.Shoot(
                in.u8("channel"),
                in.u16("command"),
                in.u16("interval or duration, s"),
                in.u8("save"),
                in.u8("resolution"),
                in.u8("quality"),
                in.u8("brightness"),
                in.u8("contrast"),
                in.u8("saturation"),
                in.u8("chroma"));
    }

    static MediaFilter filter(FieldReader in) {
        return new MediaFilter(in.u8("kind"), in.u8("channel"), in.u8("event"), in.time("from"), in.time("to"));
    }

    static MediaDownlink upload(FieldReader in) {
        return new MediaDownlink.UploadMedia(filter(in), in.u8("delete"));
    }

    static MediaDownlink recordAudio(FieldReader in) {
        return new MediaDownlink.RecordAudio(
                in.u8("command"), in.u16("duration, s"), in.u8("save"), in.u8("sample rate"));
    }

    static MediaDownlink uploadItem(FieldReader in) {
        return new MediaDownlink.UploadMediaItem(in.u32("media id"), in.u8("delete"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(MediaDownlink message, FieldWriter out) {
        return switch (message) {
            case MediaDownlink.MediaReply(long mediaId, List<Integer> missing) -> {
                out.u32("mediaId", mediaId);
                if (!missing.isEmpty()) {
                    out.count("missing", 1, missing.size()).each(missing, part -> out.u16("missing", part));
                }
                yield MessageId.MEDIA_REPLY;
            }
            case MediaDownlink.Shoot shoot -> shoot(shoot, out);
            case MediaDownlink.QueryMedia(MediaFilter filter) -> {
                filter(filter, out);
                yield MessageId.QUERY_MEDIA;
            }
            case MediaDownlink.UploadMedia(MediaFilter filter, int delete) -> {
                filter(filter, out);
                out.u8("delete", delete);
                yield MessageId.UPLOAD_MEDIA;
            }
            case MediaDownlink.RecordAudio(int command, int duration_s, int save, int sampleRate) -> {
                out.u8("command", command)
                        .u16("duration_s", duration_s)
                        .u8("save", save)
                        .u8("sampleRate", sampleRate);
                yield MessageId.RECORD_AUDIO;
            }
            case MediaDownlink.UploadMediaItem(long mediaId, int delete) -> {
                out.u32("mediaId", mediaId).u8("delete", delete);
                yield MessageId.UPLOAD_MEDIA_ITEM;
            }
        };
    }

    private static int shoot(MediaDownlink.Shoot shoot, FieldWriter out) {
        out.u8("channel", shoot.channel())
                .u16("command", shoot.command())
                .u16("interval_s", shoot.interval_s())
                .u8("save", shoot.save())
                .u8("resolution", shoot.resolution())
                .u8("quality", shoot.quality())
                .u8("brightness", shoot.brightness())
                .u8("contrast", shoot.contrast())
                .u8("saturation", shoot.saturation())
                .u8("chroma", shoot.chroma());
        return MessageId.SHOOT;
    }

    private static void filter(MediaFilter filter, FieldWriter out) {
        out.u8("kind", filter.kind())
                .u8("channel", filter.channel())
                .u8("event", filter.event())
                .time("from", filter.from())
                .time("to", filter.to());
    }
}
