package org.motorpool.telematics.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.ProtocolVersion;

/**
 * Brings the commands of one vehicle to its terminal, one after the other, over one connection. Everything happens on the
 * connection's event loop.
 */
public final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
    /** A terminal that answers what nobody asked makes no more work for the database than this at a time. */
    private static final int LATE_ANSWERS_MAX = 8;

    /** The connection. */
    public interface Wire {

        ProtocolVersion version();

        /** Sends the message under the next serials. */
        Sent send(Downlink message);

        /** Sends the same message under the same serials again. */
        void repeat(Downlink message, int serial);

        /** Back on the event loop. */
        void execute(Runnable task);

        Future<?> schedule(Runnable task, Duration delay);
    }

    /** The serial of the first frame, and the number of frames. */
    public record Sent(int serial, int frames) {}

    private final UUID vehicleId;
    private final CommandQueue queue;
    private final Wire wire;
    private final Clock clock = Clock.systemUTC();

    private @Nullable Delivery delivery;
    private @Nullable Downlink message;
    private @Nullable Future<?> alarm;
    /** A command is on its way, or is being looked for. */
    private boolean busy;
    /** Somebody said that there is work while we were busy. */
    private boolean called;

    private boolean gone;
    private int lateAnswers;

    public Courier(UUID vehicleId, CommandQueue queue, Wire wire) {
        this.vehicleId = vehicleId;
        this.queue = queue;
        this.wire = wire;
    }

    /** There may be work. */
    public void call() {
        if (busy) {
            called = true;
        } else if (!gone) {
            next();
        }
    }

    private void next() {
        busy = true;
        called = false;
        queue.take(vehicleId, this)
                .whenComplete((command, failure) -> wire.execute(() -> {
                    if (failure != null) {
                        alarm = wire.schedule(this::retry, RETRY_DELAY);
                    } else {
                        begin(command);
                    }
                }));
    }

    private void retry() {
        busy = false;
        call();
    }

    private void begin(Optional<QueuedCommand> command) {
        if (gone) {
            return;
        }
        if (command.isPresent()) {
            send(command.get());
            return;
        }
        busy = false;
        if (called) {
            next();
        }
    }

    private void send(QueuedCommand command) {
        try {
            Downlink sent = Downlinks.of(command.instruction(), wire.version());
            Sent under = wire.send(sent);
            message = sent;
            await(Delivery.first(command, under.serial(), under.frames()));
        } catch (IllegalArgumentException e) {
            LOG.warnf("command %s cannot be sent: %s", command.commandId(), e.getMessage());
            settle(new Delivered(command, null, command.attempts(), Outcome.unsendable(e.getMessage())));
        }
    }

    private void await(Delivery sent) {
        delivery = sent;
        alarm = wire.schedule(this::silence, queue.retransmission().timeout(sent.sent()));
    }

    private void silence() {
        Delivery waiting = delivery;
        if (waiting != null) {
            perform(waiting.onSilence(clock.instant(), queue.retransmission()));
        }
    }

    /** The terminal said something to a command: to the one on its way, or to an earlier one. */
    public void respond(Response response) {
        Delivery waiting = delivery;
        if (waiting == null) {
            toEarlier(response);
            return;
        }
        Delivery.Step step = waiting.on(response);
        if (step instanceof Delivery.Step.Unrelated) {
            toEarlier(response);
        } else {
            perform(step);
        }
    }

    private void perform(Delivery.Step step) {
        switch (step) {
            case Delivery.Step.Wait(Delivery next) -> delivery = next;
            case Delivery.Step.Repeat(Delivery next) -> repeat(next);
            case Delivery.Step.Done(Outcome outcome) -> end(outcome);
            case Delivery.Step.Unrelated() -> {}
        }
    }

    private void repeat(Delivery next) {
        if (message != null) {
            wire.repeat(message, next.serial());
        }
        queue.count(next);
        await(next);
    }

    private void end(Outcome outcome) {
        Delivery ended = delivery;
        delivery = null;
        message = null;
        cancelAlarm();
        if (ended != null) {
            settle(Delivered.of(ended, outcome));
        }
    }

    private void settle(Delivered delivered) {
        queue.settle(delivered).thenRun(() -> wire.execute(this::nextUnlessGone));
    }

    private void nextUnlessGone() {
        if (!gone) {
            next();
        }
    }

    /** 0x0001 comes more than once, and late; only the content of an answer is worth a look into the table. */
    private void toEarlier(Response response) {
        switch (response) {
            case Response.Taken _ -> {}
            case Response.Answered answered -> toEarlier(answered);
        }
    }

    private void toEarlier(Response.Answered answered) {
        if (lateAnswers < LATE_ANSWERS_MAX) {
            lateAnswers++;
            queue.answer(vehicleId, answered).whenComplete((_, _) -> wire.execute(() -> lateAnswers--));
        }
    }

    /** The connection ended. */
    public void leave() {
        gone = true;
        delivery = null;
        message = null;
        cancelAlarm();
        queue.leave(vehicleId, this);
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
