package org.motorpool.telematics.contract;

import java.util.List;
import java.util.Objects;

/** Instructions that reach the people in the vehicle. */
public sealed interface TextInstruction extends Instruction {

    /** What a text is: NOTICE 通知, SERVICE 服务, URGENT 紧急. */
    enum TextKind {
        NOTICE,
        SERVICE,
        URGENT
    }

    /** What the terminal does with a text: DISPLAY it, SPEAK it, show it on the ADVERTISING screen. */
    enum TextUse {
        DISPLAY,
        SPEAK,
        ADVERTISING;

        private static List<TextUse> orDefault(List<TextUse> uses) {
            return uses == null || uses.isEmpty()
                    ? List.of(DISPLAY, SPEAK)
                    : Check.list("uses", uses, 1, values().length);
        }
    }

    /**
     * Show and speak a text in the vehicle (0x8300).
     *
     * @param text 1 to 1024 bytes in GBK
     * @param kind NOTICE when left out
     * @param uses DISPLAY and SPEAK when left out
     */
    record SendText(String text, TextKind kind, List<TextUse> uses) implements TextInstruction {

        private static final int MOST_BYTES = 1024;

        public SendText {
            text = Check.text("text", text, 1, MOST_BYTES);
            kind = Objects.requireNonNullElse(kind, TextKind.NOTICE);
            uses = TextUse.orDefault(uses);
        }
    }

    /**
     * Ask the driver (0x8302); answered by {@link Answer.Choice}.
     *
     * @param question 1 to 255 bytes in GBK
     * @param choices 1 to 32 answers to choose from
     * @param urgency NORMAL when left out
     * @param uses DISPLAY and SPEAK when left out
     */
    record AskQuestion(String question, List<Option> choices, Urgency urgency, List<TextUse> uses)
            implements TextInstruction {

        private static final int MOST_CHOICES = 32;

        public AskQuestion {
            question = Check.text("question", question, 1, 255);
            choices = Check.list("choices", choices, 1, MOST_CHOICES);
            urgency = Objects.requireNonNullElse(urgency, Urgency.NORMAL);
            uses = TextUse.orDefault(uses);
            Check.distinct("choices", choices.stream().map(Option::id).toList());
        }
    }

    /** Whether something cannot wait. */
    enum Urgency {
        NORMAL,
        URGENT
    }

    /**
     * An answer that the driver may choose.
     *
     * @param id 0 to 255
     * @param text 1 to 255 bytes in GBK
     */
    record Option(Integer id, String text) {
        public Option {
            Check.range("id", id, 0, 255);
            text = Check.text("text", text, 1, 255);
        }
    }

    /** What a call is for: TALK with the driver, or LISTEN into the vehicle. */
    enum CallKind {
        TALK,
        LISTEN
    }

    /**
     * Have the terminal call a telephone (0x8400).
     *
     * @param number 1 to 20 characters
     * @param kind TALK when left out
     */
    record CallBack(String number, CallKind kind) implements TextInstruction {
        public CallBack {
            number = Check.text("number", number, 1, 20);
            kind = Objects.requireNonNullElse(kind, CallKind.TALK);
        }
    }

    /** Ask who drives (0x8702); answered by {@link Answer.DriverIdentity}. */
    record QueryDriver() implements TextInstruction {}
}
