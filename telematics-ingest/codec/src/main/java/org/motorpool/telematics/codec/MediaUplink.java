package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Photos, audio and video: what a terminal took, stores and can do. */
public sealed interface MediaUplink extends Uplink {

    /**
     * 0x0800, something was taken.
     *
     * @param kind 0 photo, 1 audio, 2 video
     * @param format 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV
     * @param event 0 platform's command, 1 timer, 2 robbery alarm, 3 collision or rollover, 4 door opened, 5 door
     *     closed, 6 door closed and faster than 20 km/h, 7 distance
     */
    record MediaEvent(long mediaId, int kind, int format, int event, int channel) implements MediaUplink {}

    /**
     * 0x0801, what was taken.
     *
     * @param report where; without items; null from early devices of 2013, which leave it out
     */
    record MediaData(MediaEvent about, @Nullable LocationReport report, Body data) implements MediaUplink {}

    /** 0x0801 of 2011, a packet of what was taken. */
    record MediaPacket(MediaEvent about, long total, long index, Body data) implements MediaUplink {}

    /**
     * 0x0802, the answer to 0x8802.
     *
     * @param total number of all that match, here and in other answers
     * @param trailingHex what could not be read after the last whole item; empty in a good message
     */
    record MediaList(int answeredSerial, int total, List<MediaItem> items, String trailingHex)
            implements MediaUplink, Answer {
        public MediaList {
            items = List.copyOf(items);
        }
    }

    /**
     * Something that the terminal stores.
     *
     * @param kind as in {@link MediaEvent}, like the event
     * @param report where it was taken; without items
     */
    record MediaItem(long mediaId, int kind, int channel, int event, LocationReport report) {}

    /**
     * 0x0805, the answer to 0x8801.
     *
     * @param result 0 taken, 1 failed, 2 channel not supported
     */
    record ShootingAnswer(int answeredSerial, int result, List<Long> mediaIds) implements MediaUplink, Answer {
        public ShootingAnswer {
            mediaIds = List.copyOf(mediaIds);
        }
    }

    /**
     * 0x1003 (JT/T 1078), the answer to 0x9003.
     *
     * @param audioCodec number of table 12 of JT/T 1078, like the video codec
     * @param audioSampleRate 0 8 kHz, 1 22.05 kHz, 2 44.1 kHz, 3 48 kHz
     * @param audioSampleBits 0 8 bits, 1 16 bits, 2 32 bits
     * @param audioOutput 1 when the terminal can speak
     */
    record AudioVideoAttributes(
            int audioCodec,
            int audioChannels,
            int audioSampleRate,
            int audioSampleBits,
            int audioFrame_bytes,
            int audioOutput,
            int videoCodec,
            int maxAudioChannels,
            int maxVideoChannels)
            implements MediaUplink, Answer {}

    /**
     * 0x1205 (JT/T 1078), the answer to 0x9205.
     *
     * @param declared number of recordings the terminal announced
     * @param trailingHex what could not be read after the last whole recording; empty in a good message
     */
    record RecordingList(int answeredSerial, long declared, List<Recording> recordings, String trailingHex)
            implements MediaUplink, Answer {
        public RecordingList {
            recordings = List.copyOf(recordings);
        }
    }

    /**
     * A file of audio or video that the terminal recorded.
     *
     * @param from null when it is not a date
     * @param to null when it is not a date
     * @param alarmBits bits 0 to 31 those of 0x0200, 32 to 63 those of JT/T 1078
     * @param kind 0 audio and video, 1 audio, 2 video
     * @param stream 1 main, 2 sub
     * @param storage 1 main, 2 backup
     */
    record Recording(
            int channel,
            @Nullable Instant from,
            @Nullable Instant to,
            long alarmBits,
            int kind,
            int stream,
            int storage,
            long size_bytes) {}

    /**
     * 0x1206 (JT/T 1078), the upload asked for by 0x9206 came to an end.
     *
     * @param result 0 done, 1 failed
     */
    record RecordingUploaded(int answeredSerial, int result) implements MediaUplink, Answer {}
}
