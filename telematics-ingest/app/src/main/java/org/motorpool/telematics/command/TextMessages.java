package org.motorpool.telematics.command;

import java.util.List;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DriverDownlink;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.TextInstruction;
import org.motorpool.telematics.contract.TextInstruction.AskQuestion;
import org.motorpool.telematics.contract.TextInstruction.CallBack;
import org.motorpool.telematics.contract.TextInstruction.CallKind;
import org.motorpool.telematics.contract.TextInstruction.QueryDriver;
import org.motorpool.telematics.contract.TextInstruction.SendText;
import org.motorpool.telematics.contract.TextInstruction.TextKind;
import org.motorpool.telematics.contract.TextInstruction.TextUse;
import org.motorpool.telematics.contract.TextInstruction.Urgency;

/** Messages to the people in the vehicle: tables 30 and 36 of JT/T 808-2013, tables 38 and 39 of 2019. */
final class TextMessages {

    private static final int URGENT = 1;
    /** A question is always displayed; what else is done with it: spoken, advertising screen. */
    private static final int QUESTION_USES = 1 << 3 | 1 << 4;

    private static final int SERVICE_2019 = 0b01;
    private static final int URGENT_2019 = 0b10;
    private static final int NOTICE_2019 = 0b11;
    private static final int NOTICE = 1;
    private static final int SERVICE = 2;

    private TextMessages() {}

    static Downlink of(TextInstruction instruction, ProtocolVersion version) {
        return switch (instruction) {
            case SendText text -> text(text, version);
            case AskQuestion question -> question(question);
            case CallBack(String number, CallKind kind) ->
                new DriverDownlink.CallBack(
                        switch (kind) {
                            case TALK -> 0;
                            case LISTEN -> 1;
                        },
                        number);
            case QueryDriver() -> new DriverDownlink.QueryDriver();
        };
    }

    private static Downlink text(SendText text, ProtocolVersion version) {
        return switch (version) {
            case V2013 -> new Downlink.SendText(bits(text.uses()) | urgency(text.kind()), 0, text.text());
            case V2019 ->
                new Downlink.SendText(
                        bits(text.uses()) | kind(text.kind()),
                        text.kind() == TextKind.SERVICE ? SERVICE : NOTICE,
                        text.text());
        };
    }

    private static Downlink question(AskQuestion question) {
        int urgent = question.urgency() == Urgency.URGENT ? URGENT : 0;
        List<DriverDownlink.Choice> choices = question.choices().stream()
                .map(choice -> new DriverDownlink.Choice(choice.id(), choice.text()))
                .toList();
        return new DriverDownlink.AskQuestion(
                urgent | bits(question.uses()) & QUESTION_USES, question.question(), choices);
    }

    private static int bits(List<TextUse> uses) {
        return uses.stream()
                .mapToInt(use -> switch (use) {
                    case DISPLAY -> 1 << 2;
                    case SPEAK -> 1 << 3;
                    case ADVERTISING -> 1 << 4;
                })
                .reduce(0, (all, bit) -> all | bit);
    }

    private static int urgency(TextKind kind) {
        return switch (kind) {
            case URGENT -> URGENT;
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
