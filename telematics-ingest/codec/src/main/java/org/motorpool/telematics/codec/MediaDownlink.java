package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Photos, audio and video of JT/T 808: take them, look for them, send them. */
public sealed interface MediaDownlink extends Downlink {

    /**
     * 0x8800, the answer to 0x0801.
     *
     * @param missing part numbers from 1 that must come again; empty when all came
     */
    record MediaReply(long mediaId, List<Integer> missing) implements MediaDownlink {
        public MediaReply {
            missing = List.copyOf(missing);
        }
    }

    /**
     * 0x8801, take photos or a video; 0x0805 answers.
     *
     * @param channel 1 and up; 0x64 and 0x65 the cameras of T/JSATL 12
     * @param command number of photos, 0 stop, 0xFFFF a video
     * @param interval_s seconds between photos, or length of the video; 0 as fast as may be, or without end
     * @param save 0 send at once, 1 save
     * @param resolution 1 320×240, 2 640×480, 3 800×600, 4 1024×768, 5 176×144, 6 352×288, 7 704×288, 8 704×576; 2019 also 0
     *     lowest and 0xFF highest
     * @param quality 1 best to 10 smallest
     * @param brightness 0 to 255
     * @param contrast 0 to 127
     * @param saturation 0 to 127
     * @param chroma 0 to 255
     */
    record Shoot(
            int channel,
            int command,
            int interval_s,
            int save,
            int resolution,
            int quality,
            int brightness,
            int contrast,
            int saturation,
            int chroma)
            implements MediaDownlink {
        /** {@link #command} that takes a video. */
        public static final int VIDEO = 0xffff;
    }

    /** 0x8802, ask what is stored; 0x0802 answers. */
    record QueryMedia(MediaFilter filter) implements MediaDownlink {}

    /**
     * 0x8803, send what is stored.
     *
     * @param delete 0 keep, 1 delete what was sent
     */
    record UploadMedia(MediaFilter filter, int delete) implements MediaDownlink {}

    /**
     * Which media are meant.
     *
     * @param kind 0 photo, 1 audio, 2 video
     * @param channel 0 all
     * @param event as in {@link MediaUplink.MediaEvent}
     * @param from null for no limit, like {@code to}
     */
    record MediaFilter(
            int kind,
            int channel,
            int event,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * 0x8804, record sound.
     *
     * @param command 0 stop, 1 start
     * @param duration_s 0 without end
     * @param save 0 send at once, 1 save
     * @param sampleRate 0 8 kHz, 1 11 kHz, 2 23 kHz, 3 32 kHz
     */
    record RecordAudio(int command, int duration_s, int save, int sampleRate) implements MediaDownlink {}

    /**
     * 0x8805, send one of the stored media.
     *
     * @param delete 0 keep, 1 delete it when it was sent
     */
    record UploadMediaItem(long mediaId, int delete) implements MediaDownlink {}
}
