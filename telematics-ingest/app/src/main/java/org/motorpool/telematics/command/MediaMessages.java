package org.motorpool.telematics.command;

import org.motorpool.telematics.codec.AlarmId;
import org.motorpool.telematics.codec.AttachmentDownlink;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.MediaDownlink;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.MediaInstruction.AfterUpload;
import org.motorpool.telematics.contract.MediaInstruction.Picture;
import org.motorpool.telematics.contract.MediaInstruction.RecordAudio;
import org.motorpool.telematics.contract.MediaInstruction.SearchMedia;
import org.motorpool.telematics.contract.MediaInstruction.SendAttachments;
import org.motorpool.telematics.contract.MediaInstruction.Shoot;
import org.motorpool.telematics.contract.MediaInstruction.UploadMedia;
import org.motorpool.telematics.contract.MediaInstruction.UploadMediaItem;
import org.motorpool.telematics.contract.MediaKind;

/** Messages about photos, audio and video. */
final class MediaMessages {

    private static final int STOP = 0;

    private MediaMessages() {}

    static Downlink of(MediaInstruction instruction) {
        return switch (instruction) {
            case Shoot shoot -> shoot(shoot);
            case RecordAudio record ->
                new MediaDownlink.RecordAudio(
                        switch (record.recording()) {
                            case START -> 1;
                            case STOP -> 0;
                        },
                        record.seconds(),
                        record.keep().code(),
                        record.sampleRate().code());
            case SearchMedia(var filter) -> new MediaDownlink.QueryMedia(filter(filter));
            case UploadMedia(var filter, AfterUpload after) ->
                new MediaDownlink.UploadMedia(filter(filter), after.code());
            case UploadMediaItem(Long mediaId, AfterUpload after) ->
                new MediaDownlink.UploadMediaItem(mediaId, after.code());
            case SendAttachments(String host, Integer tcpPort, Integer udpPort, String alarmId, String alarmNumber) ->
                new AttachmentDownlink.RequestAttachments(host, tcpPort, udpPort, AlarmId.ofHex(alarmId), alarmNumber);
        };
    }

    private static Downlink shoot(Shoot shoot) {
        Picture picture = shoot.picture();
        return new MediaDownlink.Shoot(
                shoot.channel(),
                switch (shoot.shooting()) {
                    case PHOTOS -> shoot.count();
                    case VIDEO -> MediaDownlink.Shoot.VIDEO;
                    case STOP -> STOP;
                },
                shoot.seconds(),
                shoot.keep().code(),
                shoot.resolution().code(),
                picture.quality(),
                picture.brightness(),
                picture.contrast(),
                picture.saturation(),
                picture.chroma());
    }

    private static MediaDownlink.MediaFilter filter(MediaInstruction.MediaFilter filter) {
        return new MediaDownlink.MediaFilter(
                kind(filter.kind()), filter.channel(), filter.event().code(), filter.from(), filter.to());
    }

    private static int kind(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> 0;
            case AUDIO -> 1;
            case VIDEO -> 2;
            case TEXT, OTHER -> throw new IllegalArgumentException("terminals do not store " + kind);
        };
    }
}
