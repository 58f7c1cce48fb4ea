package org.motorpool.telematics.codec;

/** Reads and writes the bodies of {@link TerminalUplink}. */
final class TerminalBodies {
    private static final int PERIPHERAL_STATES = 0xf7;
    private static final int PERIPHERAL_VERSIONS = 0xf8;
    private static final int STATE_BYTES = 5;
    private static final int ICCID_BYTES = 10;

    private TerminalBodies() {}

    static TerminalUplink resendRequest(FieldReader in) {
        return new TerminalUplink.ResendRequest(
                in.u16("first serial"), in.list(in.u16("number of parts"), _ -> in.u16("part")));
    }

    static TerminalUplink attributes(ProtocolVersion version, FieldReader in) {
        AttributesLayout layout = AttributesLayout.of(version, in);
        int kindBits = (int) in.bits(2, "terminal kind");
        String manufacturer = in.text(layout.manufacturerBytes(), "manufacturer");
        String model = in.text(layout.modelBytes(), "model");
        String terminalId = in.text(layout.terminalIdBytes(), "terminal id");
        in.hex(layout.gapBytes(), "unused");
        return new TerminalUplink.TerminalAttributes(
                kindBits,
                manufacturer,
                model,
                terminalId,
                in.digits(ICCID_BYTES, "ICCID"),
                in.counted(1, "hardware version"),
                in.counted(1, "firmware version"),
                (int) in.bits(1, "GNSS"),
                (int) in.bits(1, "communication"));
    }

    static TerminalUplink upgradeResult(FieldReader in) {
        return new TerminalUplink.UpgradeResult(in.u8("kind"), in.u8("result"));
    }

    static TerminalUplink passthrough(FieldReader in) {
        if (in.peek(0) == PERIPHERAL_STATES && statesAhead(in)) {
            in.bits(1, "kind");
            return new TerminalUplink.PeripheralStates(in.list(in.u8("number of peripherals"), _ -> state(in)));
        }
        if (in.peek(0) == PERIPHERAL_VERSIONS && versionsAhead(in)) {
            in.bits(1, "kind");
            return new TerminalUplink.PeripheralVersions(in.list(in.u8("number of peripherals"), _ -> peripheral(in)));
        }
        return new TerminalUplink.Passthrough((int) in.bits(1, "kind"), in.hex("data"));
    }

    private static boolean statesAhead(FieldReader in) {
        int at = 2;
        for (int i = 0; i < in.peek(1); i++) {
            if (in.peek(at + 1) != STATE_BYTES) {
                return false;
            }
            at += 2 + STATE_BYTES;
        }
        return at == in.left();
    }

    private static boolean versionsAhead(FieldReader in) {
        int at = 2;
        for (int i = 0; i < in.peek(1); i++) {
            int end = at + 2 + in.peek(at + 1);
            at += 2;
            for (int string = 0; string < 6; string++) {
                at += 1 + Math.max(0, in.peek(at));
            }
            if (at != end) {
                return false;
            }
        }
        return at == in.left();
    }

    private static TerminalUplink.PeripheralState state(FieldReader in) {
        int id = (int) in.bits(1, "peripheral");
        in.u8("length");
        return new TerminalUplink.PeripheralState(id, in.u8("state"), in.bits(4, "alarm flags"));
    }

    private static TerminalUplink.Peripheral peripheral(FieldReader in) {
        int id = (int) in.bits(1, "peripheral");
        in.u8("length");
        return new TerminalUplink.Peripheral(
                id,
                in.counted(1, "company"),
                in.counted(1, "model"),
                in.counted(1, "hardware version"),
                in.counted(1, "firmware version"),
                in.counted(1, "device id"),
                in.counted(1, "customer code"));
    }

    /** The announced length is not needed, and in some messages wrong. */
    static TerminalUplink compressed(FieldReader in) {
        in.u32("length");
        return new TerminalUplink.Compressed(in.bytes("GZIP data"));
    }

    static TerminalUplink publicKey(FieldReader in) {
        return new TerminalUplink.PublicKey(in.u32("exponent"), in.hex("modulus"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(TerminalUplink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case TerminalUplink.TimeQuery() -> MessageId.TIME_QUERY;
            case TerminalUplink.ResendRequest request -> {
                out.u16(request.firstSerial())
                        .count("indexes", 2, request.indexes().size())
                        .each(request.indexes(), out::u16);
                yield MessageId.UPLINK_RESEND_REQUEST;
            }
            case TerminalUplink.TerminalAttributes attributes -> attributes(attributes, version, out);
            case TerminalUplink.UpgradeResult(int kind, int result) -> {
                out.u8(kind).u8(result);
                yield MessageId.UPGRADE_RESULT;
            }
            case TerminalUplink.UpgradeProgress(String hex) -> {
                out.hex(hex);
                yield MessageId.UPGRADE_PROGRESS;
            }
            case TerminalUplink.Passthrough(int kind, String hex) -> {
                out.u8(kind).hex(hex);
                yield MessageId.PASSTHROUGH;
            }
            case TerminalUplink.PeripheralStates states -> states(states, out);
            case TerminalUplink.PeripheralVersions versions -> versions(versions, out);
            case TerminalUplink.Compressed(Body data) -> {
                out.u32(data.length()).bytes(data);
                yield MessageId.COMPRESSED;
            }
            case TerminalUplink.PublicKey(long exponent, String modulusHex) -> {
                out.u32(exponent).hex(modulusHex);
                yield MessageId.TERMINAL_PUBLIC_KEY;
            }
        };
    }

    private static int attributes(
            TerminalUplink.TerminalAttributes attributes, ProtocolVersion version, FieldWriter out) {
        AttributesLayout layout = AttributesLayout.of(version, attributes);
        out.u16(attributes.kindBits())
                .text("manufacturer", layout.manufacturerBytes(), attributes.manufacturer())
                .text("model", layout.modelBytes(), attributes.model())
                .text("terminalId", layout.terminalIdBytes(), attributes.terminalId())
                .hex(attributes.iccid())
                .counted("hardwareVersion", 1, attributes.hardwareVersion())
                .counted("firmwareVersion", 1, attributes.firmwareVersion())
                .u8(attributes.gnssBits())
                .u8(attributes.communicationBits());
        return MessageId.TERMINAL_ATTRIBUTES;
    }

    private static int states(TerminalUplink.PeripheralStates states, FieldWriter out) {
        out.u8(PERIPHERAL_STATES)
                .count("peripherals", 1, states.peripherals().size())
                .each(states.peripherals(), state -> out.u8(state.id())
                        .u8(STATE_BYTES)
                        .u8(state.state())
                        .u32(state.alarmBits()));
        return MessageId.PASSTHROUGH;
    }

    private static int versions(TerminalUplink.PeripheralVersions versions, FieldWriter out) {
        out.u8(PERIPHERAL_VERSIONS)
                .count("peripherals", 1, versions.peripherals().size())
                .each(versions.peripherals(), peripheral -> out.u8(peripheral.id())
                        .countedBy("peripheral", 1, () -> peripheral(peripheral, out)));
        return MessageId.PASSTHROUGH;
    }

    private static void peripheral(TerminalUplink.Peripheral peripheral, FieldWriter out) {
        out.counted("company", 1, peripheral.company())
                .counted("model", 1, peripheral.model())
                .counted("hardwareVersion", 1, peripheral.hardwareVersion())
                .counted("firmwareVersion", 1, peripheral.firmwareVersion())
                .counted("deviceId", 1, peripheral.deviceId())
                .counted("customerCode", 1, peripheral.customerCode());
    }
}
