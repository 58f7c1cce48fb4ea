package org.motorpool.telematics.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * One command under way on one connection, and what follows from answers and from silence. Pure.
 *
 * @param serial of its first frame
 * @param frames how many frames it has, with consecutive serials
 * @param attempts how often it was sent in all, over any connection
 * @param sent how often it was sent on this connection
 * @param confirmed serials of those frames that the terminal confirmed one by one
 */
record Delivery(QueuedCommand command, int serial, int frames, int attempts, int sent, Set<Integer> confirmed) {

    Delivery {
        confirmed = Set.copyOf(confirmed);
    }

    /** What to do next. */
    sealed interface Step {

        /** Wait on. */
        record Wait(Delivery delivery) implements Step {}

        /** Send the same frames again. */
        record Repeat(Delivery delivery) implements Step {}

        /** It is over. */
        record Done(Outcome outcome) implements Step {}

        /** The response was to something else. */
        record Unrelated() implements Step {}
    }

    static Delivery first(QueuedCommand command, int serial, int frames) {
        return new Delivery(command, serial, frames, command.attempts(), 1, Set.of());
    }

    Step on(Response response) {
        return switch (response) {
            case Response.Taken(int answered, int result) when !mine(answered) -> new Step.Unrelated();
            case Response.Taken(int answered, int result) -> taken(answered, result);
            case Response.Answered answered -> answered(answered);
        };
    }

    private Step taken(int answered, int result) {
        if (result != Outcome.OK) {
            return new Step.Done(Outcome.refused(result));
        }
        Set<Integer> all = new HashSet<>(confirmed);
        all.add(answered);
        return answered == last() || all.size() == frames
                ? new Step.Done(Outcome.acknowledged())
                : new Step.Wait(new Delivery(command, serial, frames, attempts, sent, all));
    }

    private Step answered(Response.Answered answered) {
        Integer expected = command.answerId();
        Integer query = answered.serial();
        if (expected == null || expected != answered.messageId() || (query != null && !mine(query))) {
            return new Step.Unrelated();
        }
        return new Step.Done(Outcome.of(answered));
    }

    /** The terminal did not answer in time. Some confirm a split message once, by its first frame. */
    Step onSilence(Instant now, Retransmission rule) {
        if (confirmed.equals(Set.of(serial))) {
            return new Step.Done(Outcome.acknowledged());
        }
        if (!now.isBefore(command.expiresAt())) {
            return new Step.Done(Outcome.expired());
        }
        return rule.exhausted(attempts)
                ? new Step.Done(Outcome.failed(Outcome.FAILED, Outcome.NO_ANSWER))
                : new Step.Repeat(new Delivery(command, serial, frames, attempts + 1, sent + 1, confirmed));
    }

    private int last() {
        return serial + frames - 1 & 0xffff;
    }

    private boolean mine(int answered) {
        return (answered - serial & 0xffff) < frames;
    }
}
