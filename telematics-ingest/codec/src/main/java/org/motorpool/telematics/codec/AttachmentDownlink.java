package org.motorpool.telematics.codec;

import java.util.List;

/** How the platform gets the attachments of an active-safety alarm: T/JSATL 12-2017 and T/GDRTA 002-2020. */
public sealed interface AttachmentDownlink extends Downlink {

    /**
     * 0x9208, send the files of an alarm to another address, beginning with 0x1210.
     *
     * @param host 255 bytes at most
     * @param udpPort 0 when there is none
     * @param alarmId as in the report of the alarm
     * @param alarmNumber the platform's own name of the alarm, 32 bytes at most
     */
    record RequestAttachments(String host, int tcpPort, int udpPort, AlarmId alarmId, String alarmNumber)
            implements AttachmentDownlink {}

    /**
     * 0x9212, the answer to 0x1212.
     *
     * @param kind as in {@link AttachmentUplink.FileCompleted}
     * @param result 0 the file is whole, 1 something is missing
     * @param missing what must come again
     */
    record FileReply(String name, int kind, int result, List<Gap> missing) implements AttachmentDownlink {
        public FileReply {
            missing = List.copyOf(missing);
        }
    }

    /** Bytes of a file that did not come. */
    record Gap(long offset, long length) {}
}
