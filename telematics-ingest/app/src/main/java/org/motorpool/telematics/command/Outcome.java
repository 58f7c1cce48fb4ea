package org.motorpool.telematics.command;

import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Answer;

/**
 * How a command that was sent turned out.
 *
 * @param result 0 done, 1 failed, 2 message wrong, 3 not supported
 * @param detail for people; null when there is nothing to say
 */
record Outcome(
        State state,
        int result,
        @Nullable String detail,
        @Nullable Answer answer) {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_MESSAGE = 2;
    static final int UNSUPPORTED = 3;

    static final String NO_ANSWER = "终端未在规定时间内应答 / The terminal did not answer in time";
    static final String CONNECTION_LOST = "终端连接在应答前断开 / The connection was lost before the answer";
    static final String EXPIRED_UNSENT = "指令已过有效期，未下发 / The command expired before it could be sent";
    static final String QUEUE_FULL = "待下发指令过多，未入队 / Too many commands wait for the terminal";

    static Outcome acknowledged() {
        return new Outcome(State.ACKNOWLEDGED, OK, null, null);
    }

    static Outcome of(Response.Answered answered) {
        return answered.result() == OK
                ? new Outcome(State.ANSWERED, OK, null, answered.answer())
                : new Outcome(State.FAILED, answered.result(), refusal(answered.result()), answered.answer());
    }

    static Outcome failed(int result, String detail) {
        return new Outcome(State.FAILED, result, detail, null);
    }

    static Outcome expired() {
        return new Outcome(State.EXPIRED, FAILED, NO_ANSWER, null);
    }

    /** The version of the terminal has no words for it. */
    static Outcome unsendable(@Nullable String reason) {
        return failed(BAD_MESSAGE, "指令无法编码为终端报文 / The command cannot be written as a message: " + reason);
    }

    /** The terminal's own word, result 1 to 3 of 0x0001. */
    static Outcome refused(int result) {
        return failed(result, refusal(result));
    }

    private static String refusal(int result) {
        return switch (result) {
            case BAD_MESSAGE -> "终端答复：消息有误 / The terminal says that the message is wrong";
            case UNSUPPORTED -> "终端答复：不支持 / The terminal does not support it";
            default -> "终端答复：失败 / The terminal failed to do it";
        };
    }
}
