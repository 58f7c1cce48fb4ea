package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the platform asks of the terminal itself, and what it only passes on. */
public sealed interface TerminalDownlink extends Downlink {

    /**
     * 0x8004 (2019), the answer to 0x0004.
     *
     * @param time UTC on the wire; null when it is not a date
     */
    record ServerTime(@Nullable Instant time) implements TerminalDownlink {}

    /** 0x8104, ask for all parameters; 0x0104 answers. */
    record QueryAllParameters() implements TerminalDownlink {}

    /** 0x8106, ask for these parameters; 0x0104 answers. */
    record QueryParameters(List<Long> ids) implements TerminalDownlink {
        public QueryParameters {
            ids = List.copyOf(ids);
        }
    }

    /** 0x8107, ask what the terminal is; 0x0107 answers. */
    record QueryAttributes() implements TerminalDownlink {}

    /**
     * 0x8105, control the terminal.
     *
     * @param command 1 upgrade over the air, 2 connect to a given server, 3 switch off, 4 reset, 5 factory settings, 6 no more
     *     data, 7 no more radio; vendors: 0x64 and 0x65, 0xF0 and 0xF1 cut and restore the engine
     * @param arguments of commands 1 and 2 (table 17 of JT/T 808-2013, table 19 of 2019), an argument left out is empty; none
     *     has a semicolon
     */
    record ControlTerminal(int command, List<String> arguments) implements TerminalDownlink {
        public ControlTerminal {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * 0x8108, upgrade the terminal or a part of it; goes out in parts, and 0x0108 tells how it went.
     *
     * @param kind 0 the terminal, 12 card reader, 52 BeiDou module, 0x64 to 0x67 peripherals of active safety
     * @param manufacturer five bytes at most
     * @param data the package
     */
    record Upgrade(int kind, String manufacturer, String version, Body data) implements TerminalDownlink {}

    /** 0x8204 (2019), ask whether the terminal is there. */
    record CheckLink() implements TerminalDownlink {}

    /**
     * 0x8900, data for somebody else.
     *
     * @param kind as in {@link TerminalUplink.Passthrough}; 0xF7 and 0xF8 ask for the peripherals of active safety
     */
    record SendPassthrough(int kind, String hex) implements TerminalDownlink {}

    /** 0x8A00, the public key of the platform, whose modulus has 1024 bits. */
    record PlatformKey(long exponent, String modulusHex) implements TerminalDownlink {}
}
