package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.telematics.codec.MediaUplink.MediaEvent;

/** Reads and writes the bodies of {@link MediaUplink}. */
final class MediaBodies {
    private static final int MEDIA_ITEM_BYTES = 7 + LocationReader.BASIC_BYTES;
    private static final int RECORDING_BYTES = 28;
    private static final int TIME_AT = LocationReader.BASIC_BYTES - Bcd.TIME_BYTES;

    private MediaBodies() {}

    static MediaEvent event(FieldReader in) {
        return new MediaEvent(in.u32("media id"), in.u8("kind"), in.u8("format"), in.u8("event"), in.u8("channel"));
    }

    static MediaUplink data(FieldReader in) {
        MediaEvent about = event(in);
        if (locationAhead(in)) {
            return new MediaUplink.MediaData(about, in.location(LocationReader.BASIC_BYTES), in.bytes("data"));
        }
        if (packetAhead(in)) {
            return new MediaUplink.MediaPacket(about, in.u32("number of packets"), in.u32("packet"), in.bytes("data"));
        }
        return new MediaUplink.MediaData(about, null, in.bytes("data"));
    }

    /** Bytes of a photo hardly make a date; a terminal that has no time yet sends zeros and coordinates of the globe. */
    private static boolean locationAhead(FieldReader in) {
        if (in.left() < LocationReader.BASIC_BYTES) {
            return false;
        }
        boolean noTime = in.peek32(TIME_AT) == 0 && in.peek16(TIME_AT + 4) == 0;
        boolean onGlobe = in.peek32(8) <= 90_000_000 && in.peek32(12) <= 180_000_000;
        return in.peekTime(TIME_AT) != null || noTime && onGlobe;
    }

    private static boolean packetAhead(FieldReader in) {
        long total = in.peek32(0);
        long index = in.peek32(4);
        return total > 0 && total <= 0xffff && index >= 0 && index <= total;
    }

    static MediaUplink list(FieldReader in) {
        int serial = in.u16("answered serial");
        int total = in.u16("number of all matches");
        List<MediaUplink.MediaItem> items = new ArrayList<>();
        while (in.has(MEDIA_ITEM_BYTES)) {
            items.add(new MediaUplink.MediaItem(
                    in.u32("media id"),
                    in.u8("kind"),
                    in.u8("channel"),
                    in.u8("event"),
                    in.location(LocationReader.BASIC_BYTES)));
        }
        return new MediaUplink.MediaList(serial, total, items, in.hex("trailing"));
    }

    static MediaUplink shootingAnswer(FieldReader in) {
        int serial = in.u16("answered serial");
        int result = in.u8("result");
        int count = in.has(2) ? in.whole(in.u16("number of media"), 4) : 0;
        return new MediaUplink.ShootingAnswer(serial, result, in.list(count, _ -> in.u32("media id")));
    }

    static MediaUplink audioVideoAttributes(FieldReader in) {
        return new MediaUplink.AudioVideoAttributes(
                in.u8("audio codec"),
                in.u8("audio channels"),
                in.u8("audio sample rate"),
                in.u8("audio sample bits"),
                in.u16("audio frame, bytes"),
                in.u8("audio output"),
                in.u8("video codec"),
                in.u8("audio channels at most"),
                in.u8("video channels at most"));
    }

    static MediaUplink recordingList(FieldReader in) {
        int serial = in.u16("answered serial");
        long declared = in.u32("number of recordings");
        List<MediaUplink.Recording> recordings = new ArrayList<>();
        while (in.has(RECORDING_BYTES)) {
            recordings.add(recording(in));
        }
        return new MediaUplink.RecordingList(serial, declared, recordings, in.hex("trailing"));
    }

    private static MediaUplink.Recording recording(FieldReader in) {
        return new MediaUplink.Recording(
                in.u8("channel"),
                in.time("from"),
                in.time("to"),
                in.bits(8, "alarm flags"),
                in.u8("kind"),
                in.u8("stream"),
                in.u8("storage"),
                in.u32("size, bytes"));
    }

    static MediaUplink recordingUploaded(FieldReader in) {
        return new MediaUplink.RecordingUploaded(in.u16("answered serial"), in.u8("result"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(MediaUplink message, FieldWriter out) {
        return switch (message) {
            case MediaEvent event -> {
                event(event, out);
                yield MessageId.MEDIA_EVENT;
            }
            case MediaUplink.MediaData data -> data(data, out);
            case MediaUplink.MediaPacket packet -> {
                event(packet.about(), out);
                out.u32(packet.total()).u32(packet.index()).bytes(packet.data());
                yield MessageId.MEDIA_DATA;
            }
            case MediaUplink.MediaList list -> list(list, out);
            case MediaUplink.ShootingAnswer answer -> shootingAnswer(answer, out);
            case MediaUplink.AudioVideoAttributes attributes -> attributes(attributes, out);
            case MediaUplink.RecordingList list -> {
                out.u16(list.answeredSerial())
                        .u32(list.declared())
                        .each(list.recordings(), recording -> recording(recording, out))
                        .hex(list.trailingHex());
                yield MessageId.RECORDING_LIST;
            }
            case MediaUplink.RecordingUploaded(int serial, int result) -> {
                out.u16(serial).u8(result);
                yield MessageId.RECORDING_UPLOADED;
            }
        };
    }

    private static void event(MediaEvent event, FieldWriter out) {
        out.u32(event.mediaId())
                .u8(event.kind())
                .u8(event.format())
                .u8(event.event())
                .u8(event.channel());
    }

    private static int data(MediaUplink.MediaData data, FieldWriter out) {
        event(data.about(), out);
        Uplink.LocationReport report = data.report();
        if (report != null) {
            out.basicLocation(report);
        }
        out.bytes(data.data());
        return MessageId.MEDIA_DATA;
    }

    private static int list(MediaUplink.MediaList list, FieldWriter out) {
        out.u16(list.answeredSerial()).u16(list.total());
        for (MediaUplink.MediaItem item : list.items()) {
            out.u32(item.mediaId()).u8(item.kind()).u8(item.channel()).u8(item.event());
            out.basicLocation(item.report());
        }
        out.hex(list.trailingHex());
        return MessageId.MEDIA_LIST;
    }

    /** The list is there exactly when something was taken. */
    private static int shootingAnswer(MediaUplink.ShootingAnswer answer, FieldWriter out) {
        out.u16(answer.answeredSerial()).u8(answer.result());
        if (answer.result() == 0 || !answer.mediaIds().isEmpty()) {
            out.count("mediaIds", 2, answer.mediaIds().size()).each(answer.mediaIds(), out::u32);
        }
        return MessageId.SHOOTING_ANSWER;
    }

    private static int attributes(MediaUplink.AudioVideoAttributes attributes, FieldWriter out) {
        out.u8(attributes.audioCodec())
                .u8(attributes.audioChannels())
                .u8(attributes.audioSampleRate())
                .u8(attributes.audioSampleBits())
                .u16(attributes.audioFrame_bytes())
                .u8(attributes.audioOutput())
                .u8(attributes.videoCodec())
                .u8(attributes.maxAudioChannels())
                .u8(attributes.maxVideoChannels());
        return MessageId.AUDIO_VIDEO_ATTRIBUTES;
    }

    private static void recording(MediaUplink.Recording recording, FieldWriter out) {
        out.u8(recording.channel())
                .time(recording.from())
                .time(recording.to())
                .u64(recording.alarmBits())
                .u8(recording.kind())
                .u8(recording.stream())
                .u8(recording.storage())
                .u32(recording.size_bytes());
    }
}
