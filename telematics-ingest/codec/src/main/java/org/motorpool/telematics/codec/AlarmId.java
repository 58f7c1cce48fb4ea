package org.motorpool.telematics.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Names an active-safety alarm and its attachments: the alarm identification number of T/JSATL 12-2017 and T/GDRTA
 * 002-2020.
 *
 * @param raisedAt null when it is not a date
 * @param sequence from 0, of alarms with the same time
 * @param attachments number of files
 * @param reservedHex kept because the platform sends the number back as it came
 */
public record AlarmId(
        AlarmForm form,
        String terminalId,
        @Nullable Instant raisedAt,
        int sequence,
        int attachments,
        String reservedHex) {

    static AlarmId read(AlarmForm form, FieldReader in) {
        return new AlarmId(
                form,
                in.text(form.terminalIdBytes(), "alarm: terminal id"),
                in.time("alarm: time"),
                in.u8("alarm: sequence"),
                in.u8("alarm: attachments"),
                in.hex(form.reservedBytes(), "alarm: reserved"));
    }

    void write(FieldWriter out) {
        out.text("terminalId", form.terminalIdBytes(), terminalId)
                .time(raisedAt)
                .u8(sequence)
                .u8(attachments)
                .hex(reservedHex);
    }
}
