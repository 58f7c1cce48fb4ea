package org.motorpool.telematics.command;

import org.jspecify.annotations.Nullable;

/**
 * The end of a delivery.
 *
 * @param serial the command went out under; null when it could not be sent at all
 * @param attempts how often it was sent
 */
record Delivered(QueuedCommand command, @Nullable Integer serial, int attempts, Outcome outcome) {

    static Delivered of(Delivery delivery, Outcome outcome) {
        return new Delivered(delivery.command(), delivery.serial(), delivery.attempts(), outcome);
    }

    /** Whether the answer that the command asks for is still to come. */
    boolean answerToCome() {
        return outcome.state() == State.ACKNOWLEDGED && command.answerId() != null;
    }

    Delivered withoutAnswer() {
        Outcome bare = new Outcome(outcome.state(), outcome.result(), outcome.detail(), null);
        return new Delivered(command, serial, attempts, bare);
    }
}
