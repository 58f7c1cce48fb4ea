package org.motorpool.telematics.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.command.Response;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.media.Medium;

/** What the edge has to do after a message; decided by {@link SessionLogic}. */
sealed interface Effect {

    /** Answer now. */
    record Answer(Downlink message) implements Effect {}

    /** Answer a text in brackets with another, now. */
    record AnswerText(String text) implements Effect {}

    /** Send parts of a split message again; answer {@code otherwise} when they are no longer there. */
    record SendAgain(TerminalUplink.ResendRequest parts, Downlink otherwise) implements Effect {}

    /**
     * Make the events durable, then answer; when that fails, do not answer.
     *
     * @param calls for attachments of alarms, made after the answers
     */
    record Publish(List<TelematicsEvent> events, int positions, List<Downlink> answers, List<AttachmentCall> calls)
            implements Effect {
        public Publish {
            events = List.copyOf(events);
            answers = List.copyOf(answers);
            calls = List.copyOf(calls);
        }
    }

    /** Note a medium that the terminal keeps for now, then answer. */
    record AnnounceMedia(Medium medium, Downlink answer) implements Effect {}

    /**
     * Keep a medium, tell of it and of its position, then answer.
     *
     * @param position at most one
     * @param content only good until the effect is performed
     */
    record KeepMedia(Medium medium, List<TelematicsEvent> position, Body content, Header header) implements Effect {
        public KeepMedia {
            position = List.copyOf(position);
        }

        Downlink answer(int result) {
            return new Downlink.GeneralReply(header.serial(), header.messageId(), result);
        }
    }

    /** A terminal brings attachments of an alarm. */
    record Attach(Header header, AttachmentUplink message) implements Effect {}

    /** Data of an attachment, only good until the effect is performed. */
    record AttachData(Decoded.AttachmentData data) implements Effect {}

    /** Give the terminal an authentication code, then answer the registration. */
    record IssueCode(Terminal terminal, Uplink.Register registration, int answeredSerial) implements Effect {}

    /** The terminal authenticated; an older connection of it ends. */
    record Admit(Terminal terminal, int protocolVersion) implements Effect {}

    /** The terminal gave its registration up: make its code void, then answer and close. */
    record Retire(Terminal terminal, Downlink answer) implements Effect {}

    /** The terminal said something to a command. */
    record SettleCommand(Response response) implements Effect {}

    /**
     * Count something that was refused.
     *
     * @param said the registration that was refused, null for anything else
     */
    record Count(Refusal refusal, Uplink.@Nullable Register said) implements Effect {

        Count(Refusal refusal) {
            this(refusal, null);
        }
    }

    /** Count bytes that are no frame. */
    record CountMalformed(FrameFault fault) implements Effect {}

    /** Close the connection once everything before is sent. */
    record Close(String reason) implements Effect {}
}
