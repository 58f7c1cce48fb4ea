package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.Objects;

/**
 * The active-safety alarm (T/JSATL 12, T/GDRTA 002) that an attachment belongs to.
 *
 * @param number the platform's number of the alarm (报警编号), 32 characters
 * @param source the item of 0x0200 that told of it: 0x64 driving assistance, 0x65 driver state, 0x66 tyres, 0x67 blind zone
 * @param type of the alarm within its source; 0 when the source has none
 * @param raisedAt terminal time of the alarm, UTC; null when it is no date
 */
public record MediaAlarm(String number, int source, int type, Instant raisedAt) {
    public MediaAlarm {
        Objects.requireNonNull(number, "number");
    }
}
