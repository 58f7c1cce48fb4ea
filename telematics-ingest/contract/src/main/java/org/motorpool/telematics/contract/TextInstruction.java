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
        ADVERTISING
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
            uses = uses == null || uses.isEmpty()
                    ? List.of(TextUse.DISPLAY, TextUse.SPEAK)
                    : Check.list("uses", uses, 1, TextUse.values().length);
        }
    }
}
