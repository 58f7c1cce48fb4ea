package org.motorpool.telematics.codec;

import java.util.List;

/** Reads and writes the bodies of {@link TerminalDownlink}. */
final class TerminalDownlinkBodies {
    private static final int MANUFACTURER_BYTES = 5;
    private static final int MODULUS_BYTES = 128;
    private static final String SEPARATOR = ";";

    private TerminalDownlinkBodies() {}

    static TerminalDownlink queryParameters(FieldReader in) {
        return new TerminalDownlink.QueryParameters(
                in.all(in.u8("number of parameters"), () -> in.bits(4, "parameter id")));
    }

    static TerminalDownlink control(FieldReader in) {
        int command = in.u8("command");
        String arguments = in.text("arguments");
        return new TerminalDownlink.ControlTerminal(
                command, arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1)));
    }

    static TerminalDownlink upgrade(FieldReader in) {
        return new TerminalDownlink.Upgrade(
                in.u8("kind"),
                in.text(MANUFACTURER_BYTES, "manufacturer"),
                in.counted(1, "version"),
                in.bytes(in.u32("length of the package"), "package"));
    }

    static TerminalDownlink passthrough(FieldReader in) {
        return new TerminalDownlink.SendPassthrough((int) in.bits(1, "kind"), in.hex("data"));
    }

    static TerminalDownlink publicKey(FieldReader in) {
        return new TerminalDownlink.PlatformKey(in.u32("exponent"), in.hex(MODULUS_BYTES, "modulus"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(TerminalDownlink message, FieldWriter out) {
        return switch (message) {
            case TerminalDownlink.ServerTime(var time) -> {
                out.utc("time", time);
                yield MessageId.SERVER_TIME;
            }
            case TerminalDownlink.QueryAllParameters() -> MessageId.QUERY_ALL_PARAMETERS;
            case TerminalDownlink.QueryParameters(List<Long> ids) -> {
                out.count("ids", 1, ids.size()).u32s("ids", ids);
                yield MessageId.QUERY_PARAMETERS;
            }
            case TerminalDownlink.QueryAttributes() -> MessageId.QUERY_ATTRIBUTES;
            case TerminalDownlink.ControlTerminal control -> control(control, out);
            case TerminalDownlink.Upgrade upgrade -> upgrade(upgrade, out);
            case TerminalDownlink.CheckLink() -> MessageId.CHECK_LINK;
            case TerminalDownlink.SendPassthrough(int kind, String hex) -> {
                out.u8("kind", kind).hex(hex);
                yield MessageId.SEND_PASSTHROUGH;
            }
            case TerminalDownlink.PlatformKey(long exponent, String modulusHex) -> {
                out.u32("exponent", exponent).hex("modulusHex", MODULUS_BYTES, modulusHex);
                yield MessageId.PLATFORM_KEY;
            }
        };
    }

    private static int control(TerminalDownlink.ControlTerminal control, FieldWriter out) {
        for (String argument : control.arguments()) {
            if (argument.contains(SEPARATOR)) {
                out.refuse("arguments has (%s), may have no semicolon in an argument".formatted(argument));
            }
        }
        out.u8("command", control.command()).text(String.join(SEPARATOR, control.arguments()));
        return MessageId.CONTROL_TERMINAL;
    }

    private static int upgrade(TerminalDownlink.Upgrade upgrade, FieldWriter out) {
        out.u8("kind", upgrade.kind())
                .text("manufacturer", MANUFACTURER_BYTES, upgrade.manufacturer())
                .counted("version", 1, upgrade.version())
                .u32(upgrade.data().length())
                .bytes(upgrade.data());
        return MessageId.UPGRADE;
    }
}
