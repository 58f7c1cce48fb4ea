package org.motorpool.telematics.command;

import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.TextInstruction.SendText;
import org.motorpool.telematics.contract.TextInstruction.TextKind;
import org.motorpool.telematics.contract.TextInstruction.TextUse;

/** The flags of 0x8300: table 30 of JT/T 808-2013, tables 38 and 39 of 2019. */
final class Texts {

    private static final int URGENT_2013 = 1;
    private static final int SERVICE_2019 = 0b01;
    private static final int URGENT_2019 = 0b10;
    private static final int NOTICE_2019 = 0b11;
    private static final int NOTICE = 1;
    private static final int SERVICE = 2;

    private Texts() {}

    static Downlink of(SendText text, ProtocolVersion version) {
        int uses = text.uses().stream().mapToInt(Texts::bit).reduce(0, (all, bit) -> all | bit);
        return switch (version) {
            case V2013 -> new Downlink.SendText(uses | urgency(text.kind()), 0, text.text());
            case V2019 ->
                new Downlink.SendText(
                        uses | kind(text.kind()), text.kind() == TextKind.SERVICE ? SERVICE : NOTICE, text.text());
        };
    }

    private static int bit(TextUse use) {
        return switch (use) {
            case DISPLAY -> 1 << 2;
            case SPEAK -> 1 << 3;
            case ADVERTISING -> 1 << 4;
        };
    }

    private static int urgency(TextKind kind) {
        return switch (kind) {
            case URGENT -> URGENT_2013;
            case NOTICE, SERVICE -> 0;
        };
    }

    private static int kind(TextKind kind) {
        return switch (kind) {
            case NOTICE -> NOTICE_2019;
            case SERVICE -> SERVICE_2019;
            case URGENT -> URGENT_2019;
        };
    }
}
