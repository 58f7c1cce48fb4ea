package org.motorpool.telematics.codec;

/** What a recorder with cameras adds to a location report (JT/T 1078-2016, table 13). */
public sealed interface VideoItem extends LocationItem {

    /**
     * 0x14, video alarms.
     *
     * @param bits signal lost (0), lens covered (1), storage fault (2), other equipment fault (3), too many people (4),
     *     abnormal driving (5), special recordings reach their limit (6)
     */
    record VideoAlarm(long bits) implements VideoItem {}

    /** 0x15, channels without a signal, a bit each. */
    record SignalLoss(long channelBits) implements VideoItem {}

    /** 0x16, channels with a covered lens, a bit each. */
    record Occlusion(long channelBits) implements VideoItem {}

    /**
     * 0x17, storage that is broken.
     *
     * @param bits main storage (0 to 11), emergency storage (12 to 15)
     */
    record StorageFault(int bits) implements VideoItem {}

    /**
     * 0x18, abnormal driving.
     *
     * @param bits fatigue (0), telephone (1), smoking (2), the vendor's own (11 to 15)
     * @param fatigue 0 to 100, −1 in the form of two bytes that the table of the standard has
     */
    record AbnormalDriving(int bits, int fatigue) implements VideoItem {}
}
