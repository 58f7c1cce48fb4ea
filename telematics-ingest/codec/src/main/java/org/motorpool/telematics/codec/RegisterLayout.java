package org.motorpool.telematics.codec;

/**
 * Widths of the fixed strings of 0x0100; all begin with province and city and end with plate colour and plate.
 *
 * @param manufacturerBytes table 7 of JT/T 808-2013 (and 2011), table 8 of 2019
 */
record RegisterLayout(int manufacturerBytes, int modelBytes, int terminalIdBytes) {
    private static final RegisterLayout V2011 = new RegisterLayout(5, 8, 7);
    private static final RegisterLayout V2013 = new RegisterLayout(5, 20, 7);
    private static final RegisterLayout V2019 = new RegisterLayout(11, 30, 30);

    /** The header form does not tell 2011 from 2013, and some 2019 devices keep the old body: the length decides. */
    static RegisterLayout of(ProtocolVersion version, int body_bytes) {
        if (version == ProtocolVersion.V2019 && body_bytes >= V2019.fixedBytes()) {
            return V2019;
        }
        return body_bytes >= V2013.fixedBytes() ? V2013 : V2011;
    }

    static RegisterLayout of(ProtocolVersion version) {
        return switch (version) {
            case V2013 -> V2013;
            case V2019 -> V2019;
        };
    }

    /** Bytes before the plate. */
    int fixedBytes() {
        return 4 + manufacturerBytes + modelBytes + terminalIdBytes + 1;
    }
}
