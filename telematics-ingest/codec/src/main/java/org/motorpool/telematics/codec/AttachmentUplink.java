package org.motorpool.telematics.codec;

import java.util.List;

/** Attachments of active-safety alarms (T/JSATL 12-2017, T/GDRTA 002-2020), on a connection of their own. */
public sealed interface AttachmentUplink extends Uplink {

    /**
     * 0x1210, the files that are to come.
     *
     * @param alarmNumber that the platform gave the alarm in 0x9208
     * @param kind 0 sent for the first time, 1 sent again
     */
    record AttachmentList(
            String terminalId, AlarmId alarmId, String alarmNumber, int kind, List<Attachment> attachments)
            implements AttachmentUplink {
        public AttachmentList {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A file that belongs to an alarm.
     *
     * @param name by the terminal: never to be used as a path
     */
    record Attachment(String name, long size_bytes) {}

    /**
     * 0x1211, a file begins.
     *
     * @param name by the terminal: never to be used as a path
     * @param kind 0 photo, 1 audio, 2 video, 3 text, 4 other (T/GDRTA 002: 4 face, 5 other)
     */
    record FileStarted(String name, int kind, long size_bytes) implements AttachmentUplink {}

    /** 0x1212, all of a file was sent; the same as in {@link FileStarted}. */
    record FileCompleted(String name, int kind, long size_bytes) implements AttachmentUplink {}
}
