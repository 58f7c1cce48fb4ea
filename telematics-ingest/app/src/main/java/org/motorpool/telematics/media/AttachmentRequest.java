package org.motorpool.telematics.media;

import org.motorpool.telematics.contract.MediaAlarm;

/**
 * The platform's request for the attachments of an alarm (0x9208).
 *
 * @param number the platform's number of the alarm (报警编号): 32 characters that nobody can guess
 */
public record AttachmentRequest(String number, SafetyAlarm alarm) {

    MediaAlarm told() {
        return new MediaAlarm(number, alarm.source(), alarm.type(), alarm.raisedAt());
    }
}
