package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Names an active-safety alarm and its attachments: the alarm identification number of T/JSATL 12-2017 and T/GDRTA
 * 002-2020.
 *
 * @param raisedAt null when it is not a date
 * @param sequence from 0, of alarms with the same time
 * @param attachments number of files
 * @param reservedHex kept because the platform sends the number back as it came; all bytes of one that is not padded as the
 *     standards have it
 */
public record AlarmId(
        AlarmForm form,
        String terminalId,
        @Nullable Instant raisedAt,
        int sequence,
        int attachments,
        String reservedHex) {

    static AlarmId read(AlarmForm form, FieldReader in) {
        Body raw = in.has(form.bytes()) ? in.rest().part(0, form.bytes()) : Body.EMPTY;
        AlarmId read = new AlarmId(
                form,
                in.text(form.terminalIdBytes(), "alarm: terminal id"),
                in.time("alarm: time"),
                in.u8("alarm: sequence"),
                in.u8("alarm: attachments"),
                in.hex(form.reservedBytes(), "alarm: reserved"));
        return raw.length() == 0 || read.hex().equals(raw.hex()) ? read : read.written(raw.hex());
    }

    /** The one whose bytes these are: 16, or 40; fails for any other number. */
    public static AlarmId ofHex(String hex) {
        for (AlarmForm form : AlarmForm.values()) {
            if (hex.length() == 2 * form.bytes()) {
                return read(form, new FieldReader(Body.ofHex(hex)));
            }
        }
        throw new IllegalArgumentException("an alarm id has 16 or 40 bytes, not " + hex);
    }

    void write(FieldWriter out) {
        if (reservedHex.length() == 2 * form.bytes()) {
            out.hex(reservedHex);
            return;
        }
        out.text("terminalId", form.terminalIdBytes(), terminalId)
                .time(raisedAt)
                .u8(sequence)
                .u8(attachments)
                .hex(reservedHex);
    }

    /** As it is on the wire: the name that its attachments are asked for with. */
    public String hex() {
        ByteBuf out = Unpooled.buffer(form.bytes());
        write(new FieldWriter(out));
        return ByteBufUtil.hexDump(out);
    }

    private AlarmId written(String hex) {
        return new AlarmId(form, terminalId, raisedAt, sequence, attachments, hex);
    }
}
