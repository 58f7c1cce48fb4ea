package org.motorpool.telematics.gateway;

import org.motorpool.telematics.codec.AlarmId;
import org.motorpool.telematics.media.SafetyAlarm;

/**
 * An alarm whose attachments are to be asked for.
 *
 * @param id what the terminal knows it by
 */
record AttachmentCall(SafetyAlarm alarm, AlarmId id) {}
