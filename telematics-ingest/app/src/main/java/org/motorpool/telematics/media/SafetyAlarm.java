package org.motorpool.telematics.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaPosition;

/**
 * An active-safety alarm that a position told of, with attachments in the terminal.
 *
 * @param alarmId what tells it from other alarms of the vehicle
 * @param source number of the item of 0x0200 that holds it, 0x64 to 0x67
 * @param type of the alarm within its source; 0 when the source has none
 * @param raisedAt terminal time; null when it is no date
 * @param attachments how many the terminal announces, 1 to 255
 * @param position the position that told of it
 */
public record SafetyAlarm(
        UUID vehicleId,
        String phone,
        String alarmId,
        int source,
        int type,
        @Nullable Instant raisedAt,
        int attachments,
        MediaPosition position) {}
