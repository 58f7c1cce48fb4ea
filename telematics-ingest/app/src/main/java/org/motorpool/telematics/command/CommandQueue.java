package org.motorpool.telematics.command;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.command.CommandStore.Changed;
import org.motorpool.telematics.command.CommandStore.NewCommand;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;

/**
 * Commands on their way to terminals. The table is the truth and is changed on one thread, so that each vehicle's commands
 * keep their order; no caller ever waits for the database.
 */
@Singleton
public class CommandQueue {

    private static final Logger LOG = Logger.getLogger(CommandQueue.class);
    /** After the connections, which release what they carry; before the event log. */
    private static final int SHUTDOWN_PRIORITY = 2000;

    private static final long RETRY_DELAY_MS = 1000;
    /** Classes of SQL states: the data are wrong, a constraint refuses them. */
    private static final Set<String> REFUSED = Set.of("22", "23");

    private final CommandStore store;
    private final CommandConfig config;
    private final CommandOutcomes outcomes;
    private final CommandMetrics metrics;
    private final Clock clock = Clock.systemUTC();
    /** Vehicles with commands to be delivered; may name one that has none. */
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    /** Who delivers to a vehicle now; on the writer thread only. */
    private final Map<UUID, Courier> couriers = new HashMap<>();

    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("terminal-commands").factory());

    CommandQueue(CommandStore store, CommandConfig config, CommandOutcomes outcomes, CommandMetrics metrics) {
        this.store = store;
        this.config = config;
        this.outcomes = outcomes;
        this.metrics = metrics;
        metrics.watchWaiting(waiting::size);
    }

    /** Blocking; before the first terminal connects. */
    public void start() throws SQLException {
        recover();
        long period_ms = config.sweepPeriod().toMillis();
        var unused = writer.scheduleWithFixedDelay(this::sweep, period_ms, period_ms, TimeUnit.MILLISECONDS);
    }

    /** What was on its way when the gateway ended waits again. */
    void recover() throws SQLException {
        store.release(null, sendsMax()).forEach(this::lost);
        waiting.addAll(store.listWaiting());
    }

    /**
     * Takes a command in, once. Any thread may call.
     *
     * @return completes when it is in the table, with whether it waits for its terminal now; fails when the caller should
     *     try again
     */
    public CompletionStage<Boolean> accept(InstructTerminal command) {
        return write(() -> {
            Instant now = clock.instant();
            Instant expiresAt = Objects.requireNonNullElse(command.expiresAt(), now.plus(config.validity()));
            NewCommand row = newCommand(command, expiresAt, now);
            boolean added = store.add(row, now);
            if (added) {
                metrics.entered(row.state());
            }
            if (added && row.detail() != null) {
                failed(new Changed(row.commandId(), row.vehicleId()), row.detail());
            }
            if (added && row.state() == State.QUEUED) {
                waiting.add(row.vehicleId());
            }
            return added && row.state() == State.QUEUED;
        });
    }

    private NewCommand newCommand(InstructTerminal command, Instant expiresAt, Instant now) throws SQLException {
        State state = State.QUEUED;
        String detail = null;
        if (!expiresAt.isAfter(now)) {
            state = State.EXPIRED;
            detail = Outcome.EXPIRED_UNSENT;
        } else if (store.countOpen(command.vehicleId()) >= config.queueMax()) {
            state = State.FAILED;
            detail = Outcome.QUEUE_FULL;
        }
        return new NewCommand(
                command.commandId(), command.vehicleId(), command.instruction(), state, detail, expiresAt);
    }

    /** Whether commands may wait for the vehicle. */
    public boolean waitsFor(UUID vehicleId) {
        return waiting.contains(vehicleId);
    }

    Retransmission retransmission() {
        return new Retransmission(config.responseTimeout(), config.retransmissions());
    }

    /** The next command of the vehicle; it counts as sent from now on. From now on this courier delivers to the vehicle. */
    CompletionStage<Optional<QueuedCommand>> take(UUID vehicleId, Courier courier) {
        return write(() -> {
            if (couriers.put(vehicleId, courier) != courier) {
                release(vehicleId);
            }
            Optional<QueuedCommand> next = store.take(vehicleId, clock.instant());
            if (next.isEmpty()) {
                waiting.remove(vehicleId);
            } else {
                metrics.entered(State.SENT);
            }
            return next;
        });
    }

    /** Notes that the command was sent again. */
    void count(Delivery delivery) {
        var unused = write(() -> {
            metrics.repeated();
            store.count(delivery.command().commandId(), delivery.attempts());
            return true;
        });
    }

    /** Keeps how the command turned out; tries until it is kept. */
    CompletionStage<Boolean> settle(Delivered delivered) {
        return write(() -> {
                    boolean settled = store.settle(delivered, clock.instant());
                    if (settled && !delivered.answerToCome()) {
                        tell(delivered);
                    }
                    return settled;
                })
                .exceptionallyCompose(failure -> settleOtherwise(delivered, failure));
    }

    /** What the table will never take is kept without what it refused: the next command must not wait for it for ever. */
    private CompletionStage<Boolean> settleOtherwise(Delivered delivered, Throwable failure) {
        Delivered bare = delivered.withoutAnswer();
        boolean refused = failure instanceof CompletionException wrapped
                && wrapped.getCause() instanceof SQLException sql
                && REFUSED.contains(state(sql));
        if (refused && !bare.equals(delivered)) {
            LOG.errorf(
                    "the answer to command %s cannot be kept",
                    delivered.command().commandId());
            return settle(bare);
        }
        return later().thenCompose(_ -> settle(delivered));
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** An answer to a command that was taken before; to none, it is dropped. */
    CompletionStage<Boolean> answer(UUID vehicleId, Response.Answered answered) {
        return write(() -> {
            Optional<Changed> command = store.answer(vehicleId, answered, clock.instant());
            command.ifPresent(known -> {
                metrics.entered(State.ANSWERED);
                outcomes.turnedOut(vehicleId, known.commandId(), answered.result(), List.of());
            });
            return command.isPresent();
        });
    }

    /** The courier's connection ended: what it carried waits for the next. */
    void leave(UUID vehicleId, Courier courier) {
        var unused = write(() -> {
            if (couriers.remove(vehicleId, courier)) {
                release(vehicleId);
            }
            return true;
        });
    }

    private void release(UUID vehicleId) throws SQLException {
        store.release(vehicleId, sendsMax()).forEach(this::lost);
    }

    private void lost(Changed command) {
        metrics.entered(State.FAILED);
        failed(command, Outcome.CONNECTION_LOST);
    }

    private int sendsMax() {
        return config.retransmissions() + 1;
    }

    private void sweep() {
        try {
            store.expire(clock.instant()).forEach(late -> {
                metrics.entered(State.EXPIRED);
                failed(late, Outcome.EXPIRED_UNSENT);
            });
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("expired commands were not looked for: %s", e.getMessage());
        }
    }

    private void failed(Changed command, String detail) {
        outcomes.turnedOut(command.vehicleId(), command.commandId(), Outcome.FAILED, List.of(detail));
    }

    private void tell(Delivered delivered) {
        @Nullable String detail = delivered.outcome().detail();
        List<String> details = detail == null ? List.of() : List.of(detail);
        QueuedCommand command = delivered.command();
        outcomes.turnedOut(
                command.vehicleId(), command.commandId(), delivered.outcome().result(), details);
    }

    private CompletionStage<Void> later() {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(RETRY_DELAY_MS, TimeUnit.MILLISECONDS, writer));
    }

    private <T> CompletionStage<T> write(Change<T> change) {
        return CompletableFuture.supplyAsync(() -> apply(change), writer);
    }

    private static <T> T apply(Change<T> change) {
        try {
            return change.apply();
        } catch (SQLException e) {
            LOG.warnf("the table of commands was not changed (%s): %s", e.getSQLState(), e.getMessage());
            throw new CompletionException(e);
        }
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        writer.close();
    }

    /** A change of the table and of what follows from it. */
    private interface Change<T> {
        T apply() throws SQLException;
    }
}
