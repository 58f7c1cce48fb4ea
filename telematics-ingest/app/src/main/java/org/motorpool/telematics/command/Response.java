package org.motorpool.telematics.command;

import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Answer;

/** What a terminal said to a command. */
public sealed interface Response {

    /** 0x0001, general response to the frame with this serial. */
    record Taken(int serial, int result) implements Response {}

    /**
     * A message that answers a query.
     *
     * @param messageId which message it was
     * @param serial of the query, null in the messages that do not say
     * @param result 0 done, as in 0x0001; some answers say that it failed
     * @param answer what it says; null when that is nothing but the result
     */
    record Answered(
            int messageId,
            @Nullable Integer serial,
            int result,
            @Nullable Answer answer) implements Response {}
}
