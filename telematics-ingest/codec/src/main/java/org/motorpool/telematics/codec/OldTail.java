package org.motorpool.telematics.codec;

import java.util.Optional;

/**
 * What some old devices send behind the basic block of a location report in place of items: eighteen bytes, in the layout
 * that other decoders read.
 *
 * @param remaining of battery or fuel, in no known unit
 * @param battery_dV tenths of a volt
 */
public record OldTail(long remaining, long mileage_km, int battery_dV, long areaId, int signal) {
    static final int BYTES = 18;

    private static final int RESERVED_BYTES = 3;

    /** The tail in what is behind the basic block of a report without items. */
    static Optional<OldTail> find(String hex) {
        return hex.length() == 2 * BYTES ? Optional.of(read(new FieldReader(Body.ofHex(hex)))) : Optional.empty();
    }

    static OldTail read(FieldReader in) {
        OldTail tail = new OldTail(
                in.u32("remaining"),
                in.u32("mileage, km"),
                (int) in.number(2, "battery, V", raw -> String.valueOf(raw / 10.0)),
                in.u32("area id"),
                in.u8("signal strength"));
        in.hex(RESERVED_BYTES, "reserved");
        return tail;
    }
}
