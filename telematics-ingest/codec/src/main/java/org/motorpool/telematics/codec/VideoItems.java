package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;

/** Reads and writes {@link VideoItem}. */
final class VideoItems {
    private VideoItems() {}

    /** The item with this number in all bytes of {@code in}; null when the length is not that of the standard. */
    static @Nullable LocationItem read(int id, FieldReader in) {
        return switch (id << 8 | in.left()) {
            case 0x14_04 -> new VideoItem.VideoAlarm(in.bits(4, "video alarm flags"));
            case 0x15_04 -> new VideoItem.SignalLoss(in.bits(4, "channels without signal"));
            case 0x16_04 -> new VideoItem.Occlusion(in.bits(4, "channels with covered lens"));
            case 0x17_02 -> new VideoItem.StorageFault((int) in.bits(2, "storage faults"));
            case 0x18_02 -> new VideoItem.AbnormalDriving((int) in.bits(2, "abnormal driving flags"), -1);
            case 0x18_03 ->
                new VideoItem.AbnormalDriving((int) in.bits(2, "abnormal driving flags"), in.u8("fatigue, 0 to 100"));
            default -> null;
        };
    }

    /** Appends the value to {@code out} and answers the number of the item. */
    static int write(VideoItem item, FieldWriter out) {
        return switch (item) {
            case VideoItem.VideoAlarm(long bits) -> id(0x14, out.u32(bits));
            case VideoItem.SignalLoss(long bits) -> id(0x15, out.u32(bits));
            case VideoItem.Occlusion(long bits) -> id(0x16, out.u32(bits));
            case VideoItem.StorageFault(int bits) -> id(0x17, out.u16(bits));
            case VideoItem.AbnormalDriving(int bits, int fatigue) ->
                id(0x18, fatigue < 0 ? out.u16(bits) : out.u16(bits).u8(fatigue));
        };
    }

    /** The number of an item whose value is written. */
    private static int id(int id, FieldWriter written) {
        return id;
    }
}
