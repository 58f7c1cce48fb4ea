package org.motorpool.telematics.codec;

import java.util.List;

/**
 * Widths of the fixed strings of 0x0107, which lie between the kind and the ICCID.
 *
 * @param gapBytes before the ICCID, where a device follows the offset that 2013 prints: 42 instead of 34
 */
record AttributesLayout(int manufacturerBytes, int modelBytes, int terminalIdBytes, int gapBytes) {
    private static final int KIND_BYTES = 2;
    private static final int ICCID_BYTES = 10;
    private static final AttributesLayout V2013 = new AttributesLayout(5, 20, 7, 0);
    private static final AttributesLayout MISPRINT_OF_2013 = new AttributesLayout(5, 20, 7, 8);
    private static final AttributesLayout V2019 = new AttributesLayout(5, 30, 30, 0);

    /** Some take the eleven bytes that 0x0100 has. */
    private static final AttributesLayout LONG_MANUFACTURER = new AttributesLayout(11, 30, 30, 0);

    /** The layout whose strings end with the body; that of the version when none does. */
    static AttributesLayout of(ProtocolVersion version, FieldReader in) {
        List<AttributesLayout> candidates = candidates(version);
        return candidates.stream().filter(layout -> layout.fits(in)).findFirst().orElse(candidates.getFirst());
    }

    /** The layout to write: that of the version unless a value needs more room. */
    static AttributesLayout of(ProtocolVersion version, TerminalUplink.TerminalAttributes attributes) {
        List<AttributesLayout> candidates = candidates(version);
        return candidates.stream()
                .filter(layout -> layout.holds(attributes))
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private static List<AttributesLayout> candidates(ProtocolVersion version) {
        return switch (version) {
            case V2013 -> List.of(V2013, MISPRINT_OF_2013, V2019, LONG_MANUFACTURER);
            case V2019 -> List.of(V2019, LONG_MANUFACTURER, V2013, MISPRINT_OF_2013);
        };
    }

    private boolean fits(FieldReader in) {
        int hardware = KIND_BYTES + manufacturerBytes + modelBytes + terminalIdBytes + gapBytes + ICCID_BYTES;
        int firmware = hardware + 1 + Math.max(0, in.peek(hardware));
        int end = firmware + 1 + Math.max(0, in.peek(firmware));
        return end + 2 == in.left();
    }

    private boolean holds(TerminalUplink.TerminalAttributes attributes) {
        return Body.gbk(attributes.manufacturer()).length <= manufacturerBytes
                && Body.gbk(attributes.model()).length <= modelBytes
                && Body.gbk(attributes.terminalId()).length <= terminalIdBytes;
    }
}
