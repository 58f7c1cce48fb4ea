package org.motorpool.telematics.codec;

import java.util.List;

/** The fields of a location block and its items; {@link LocationReader} reads the same bytes where speed counts. */
final class ExplainLocation {
    private ExplainLocation() {}

    static void read(FieldReader in, ProtocolVersion version) {
        in.flags(4, "alarm flags", bits -> alarms(bits, version));
        in.flags(4, "status flags", bits -> states(bits, version));
        in.scaled(4, 1_000_000, "latitude, degrees");
        in.scaled(4, 1_000_000, "longitude, degrees");
        in.i16("altitude, m");
        in.scaled(2, 10, "speed, km/h");
        in.u16("heading, degrees");
        in.time("terminal time");
        Body tail = in.rest();
        if (tail.length() == OldTail.BYTES && !LocationReader.itemsFill(tail, 0, tail.length())) {
            OldTail.read(in);
        }
        while (in.left() >= 2 && in.left() >= 2 + in.peek(1) && !in.paddingOnly()) {
            item(in);
        }
        in.hex("trailing");
    }

    private static void item(FieldReader in) {
        int id = (int) in.bits(1, "item id");
        FieldReader value = in.excerpt(in.u8("item length"));
        ItemReader.explain(ItemReader.read(id, value.rest()), value);
    }

    private static List<String> alarms(long bits, ProtocolVersion version) {
        return AlarmFlag.of(bits, version).stream()
                .map(flag -> flag.chinese() + " / " + flag.english())
                .toList();
    }

    private static List<String> states(long bits, ProtocolVersion version) {
        return StatusFlag.of(bits, version).stream()
                .map(flag -> flag.chinese() + " / " + flag.english())
                .toList();
    }
}
